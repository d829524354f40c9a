"use client";

import { useState } from "react";
import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { useDone } from "@/components/dialog/use-done";
import { useAction } from "@/components/form/use-action";
import type { OwnPasskey } from "@/lib/server/own-factors/queries/get-second-factor";
import { removeAppAction, removePasskeyAction } from "./actions";
import { OwnPassword } from "./own-password";

interface RemoveFactorProps {
  /** Is null for the authenticator app. */
  passkey: OwnPasskey | null;
  last: boolean;
  hasPassword: boolean;
  onClose: () => void;
}

/** Asks before a second factor goes, and for the password. */
export function RemoveFactor({ passkey, last, hasPassword, onClose }: RemoveFactorProps) {
  const [current, setCurrent] = useState("");
  const name = passkey ? passkey.name : "the authenticator app";
  const app = useAction(removeAppAction);
  const key = useAction(removePasskeyAction);
  const { pending, failure, problems } = passkey ? key : app;
  const done = useDone(onClose);

  const remove = async () => {
    const known = hasPassword ? { current } : {};
    const result = await (passkey ? key.run({ id: passkey.id, ...known }) : app.run(known));
    if (result.ok) done(`You removed ${name}`);
  };
  return (
    <Dialog title={`Remove ${name}`} onClose={onClose}>
      <DialogForm
        verb="Remove"
        danger
        pending={pending}
        failure={failure}
        beside={["current"]}
        onSubmit={remove}
        onClose={onClose}
      >
        <p>
          {last
            ? "This is your last second factor. Without it, your password alone signs you in, and your recovery codes stop working."
            : "It no longer signs you in."}
        </p>
        {hasPassword && <OwnPassword value={current} error={problems.current} onChange={setCurrent} />}
      </DialogForm>
    </Dialog>
  );
}
