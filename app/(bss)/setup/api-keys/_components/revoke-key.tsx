"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { useDone } from "@/components/dialog/use-done";
import { useAction } from "@/components/form/use-action";
import type { ApiKeyRow } from "@/lib/server/api-keys/queries/api-keys";
import classes from "../../../_components/form/form.module.css";
import { revokeApiKeyAction } from "../actions";

export function RevokeKey({ apiKey: { id, name } }: { apiKey: ApiKeyRow }) {
  const [asking, setAsking] = useState(false);
  const revoke = useAction(revokeApiKeyAction);
  const done = useDone(() => setAsking(false));

  const confirm = async () => {
    const result = await revoke.run({ id });
    if (result.ok) done(`${name} is revoked`);
  };
  const back = () => {
    revoke.forget();
    setAsking(false);
  };
  return (
    <div className={classes.form}>
      <p>A revoked key stops working at once and for good. What it did stays in the history.</p>
      <div className={classes.buttons}>
        <Button variant="default" c="var(--danger)" onClick={() => setAsking(true)}>
          Revoke key
        </Button>
      </div>
      {asking && (
        <Dialog title={`Revoke ${name}`} onClose={back}>
          <DialogForm
            verb="Revoke key"
            danger
            pending={revoke.pending}
            failure={revoke.failure}
            onSubmit={confirm}
            onClose={back}
          >
            <p>Every program that uses this key is refused from now on. You cannot undo this.</p>
          </DialogForm>
        </Dialog>
      )}
    </div>
  );
}
