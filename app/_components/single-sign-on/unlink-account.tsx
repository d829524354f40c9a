"use client";

import { useState } from "react";
import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { useDone } from "@/components/dialog/use-done";
import { useAction } from "@/components/form/use-action";
import { OwnPassword } from "../second-factor/own-password";
import { unlinkIdentityAction } from "./actions";

interface UnlinkAccountProps {
  issuer: string;
  name: string;
  hasPassword: boolean;
  onClose: () => void;
}

/** Asks before an account no longer signs a person in, and for the password. */
export function UnlinkAccount({ issuer, name, hasPassword, onClose }: UnlinkAccountProps) {
  const [current, setCurrent] = useState("");
  const { run, pending, failure, problems } = useAction(unlinkIdentityAction);
  const done = useDone(onClose);

  const unlink = async () => {
    const result = await run({ issuer, ...(hasPassword && { current }) });
    if (result.ok) done(`You unlinked ${name}`);
  };
  return (
    <Dialog title={`Unlink ${name}`} onClose={onClose}>
      <DialogForm
        verb="Unlink"
        danger
        pending={pending}
        failure={failure}
        beside={["current"]}
        onSubmit={unlink}
        onClose={onClose}
      >
        <p>Your account there no longer signs you in, and your other sessions end.</p>
        {hasPassword && <OwnPassword value={current} error={problems.current} onChange={setCurrent} />}
      </DialogForm>
    </Dialog>
  );
}
