"use client";

import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { useDone } from "@/components/dialog/use-done";
import { useAction } from "@/components/form/use-action";
import type { ApiKeyRow } from "@/lib/server/api-keys/queries/api-keys";
import { revokeApiKeyAction } from "../actions";

interface RevokeKeyDialogProps {
  apiKey: ApiKeyRow;
  onClose: () => void;
}

/** Asks before a key ends for good. */
export function RevokeKeyDialog({ apiKey: { id, name }, onClose }: RevokeKeyDialogProps) {
  const { run, pending, failure } = useAction(revokeApiKeyAction);
  const done = useDone(onClose);

  const confirm = async () => {
    const result = await run({ id });
    if (result.ok) done(`${name} is revoked`);
  };
  return (
    <Dialog title={`Revoke ${name}`} onClose={onClose}>
      <DialogForm
        verb="Revoke key"
        danger
        pending={pending}
        failure={failure}
        onSubmit={confirm}
        onClose={onClose}
      >
        <p>Every program that uses this key is refused from now on. You cannot undo this.</p>
      </DialogForm>
    </Dialog>
  );
}
