"use client";

import { useState } from "react";
import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { useDone } from "@/components/dialog/use-done";
import { useAction } from "@/components/form/use-action";
import { makeRecoveryCodesAction } from "./actions";
import { OwnPassword } from "./own-password";
import { ShownCodes } from "./shown-codes";

interface NewCodesProps {
  hasPassword: boolean;
  onClose: () => void;
}

/** Makes new recovery codes in place of the old ones, and shows them once. */
export function NewCodes({ hasPassword, onClose }: NewCodesProps) {
  const [current, setCurrent] = useState("");
  const [codes, setCodes] = useState<string[] | null>(null);
  const { run, pending, failure, problems } = useAction(makeRecoveryCodesAction);
  const done = useDone(onClose);
  const told = () => done("You have new recovery codes");

  const make = async () => {
    const result = await run(hasPassword ? { current } : {});
    if (result.ok) setCodes(result.value.recoveryCodes);
  };
  if (codes) {
    return (
      <Dialog title="Recovery codes" onClose={told}>
        <ShownCodes codes={codes} onDone={told} />
      </Dialog>
    );
  }
  return (
    <Dialog title="Make new recovery codes" onClose={onClose}>
      <DialogForm
        verb="Make new codes"
        pending={pending}
        failure={failure}
        beside={["current"]}
        onSubmit={make}
        onClose={onClose}
      >
        <p>The codes that you have now no longer count.</p>
        {hasPassword && <OwnPassword value={current} error={problems.current} onChange={setCurrent} />}
      </DialogForm>
    </Dialog>
  );
}
