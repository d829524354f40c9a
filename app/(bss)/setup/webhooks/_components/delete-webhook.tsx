"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { notify } from "@/components/feedback/notify";
import { useAction } from "@/components/form/use-action";
import type { WebhookRow } from "@/lib/server/webhooks/queries/webhooks";
import classes from "../../../_components/form/form.module.css";
import { deleteWebhookAction } from "../actions";

export function DeleteWebhook({ webhook: { id, name, version } }: { webhook: WebhookRow }) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const remove = useAction(deleteWebhookAction);

  const confirm = async () => {
    const result = await remove.run({ id, version });
    if (!result.ok) return;
    notify(`${name} is deleted`);
    router.push("/setup/webhooks");
  };
  const back = () => {
    remove.forget();
    setAsking(false);
  };
  return (
    <div className={classes.form}>
      <p>Deleting a webhook removes its secret and its deliveries. The audit log keeps that it was there.</p>
      <div className={classes.buttons}>
        <Button variant="default" c="var(--danger)" onClick={() => setAsking(true)}>
          Delete webhook
        </Button>
      </div>
      {asking && (
        <Dialog title={`Delete ${name}`} onClose={back}>
          <DialogForm
            verb="Delete webhook"
            danger
            pending={remove.pending}
            failure={remove.failure}
            onSubmit={confirm}
            onClose={back}
          >
            <p>
              The program receives nothing more, and what still waits is not delivered. You cannot undo this.
            </p>
          </DialogForm>
        </Dialog>
      )}
    </div>
  );
}
