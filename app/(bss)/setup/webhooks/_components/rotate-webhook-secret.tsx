"use client";

import { Button } from "@mantine/core";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Dialog } from "@/components/dialog/dialog";
import { DialogForm } from "@/components/dialog/dialog-form";
import { useAction } from "@/components/form/use-action";
import { DateText } from "@/components/format/date";
import { rotationHours } from "@/lib/domain/webhook";
import type { WebhookRow } from "@/lib/server/webhooks/queries/webhooks";
import classes from "../../../_components/form/form.module.css";
import { rotateWebhookSecretAction } from "../actions";

// The page weighs less without what it seldom shows.
const Secret = dynamic(() => import("../../../../_components/secret").then((module) => module.Secret), {
  ssr: false,
});

/** Replaces the secret of a webhook, and shows the new one once. */
export function RotateWebhookSecret({ webhook }: { webhook: WebhookRow }) {
  const { id, name, version, previousUntil } = webhook;
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const rotate = useAction(rotateWebhookSecretAction);

  const confirm = async () => {
    const result = await rotate.run({ id, version });
    if (!result.ok) return;
    setAsking(false);
    setSecret(result.value.secret);
    router.refresh();
  };
  const back = () => {
    rotate.forget();
    setAsking(false);
  };
  return (
    <div className={classes.form}>
      {secret ? (
        <Secret key={secret} secret={secret} />
      ) : (
        <p>The secret signs every delivery. It was shown when it was made, and we can't show it again.</p>
      )}
      {previousUntil !== null && (
        <p>
          The secret before also signs until <DateText value={previousUntil} withTime />.
        </p>
      )}
      <div className={classes.buttons}>
        <Button variant="default" onClick={() => setAsking(true)}>
          Rotate secret
        </Button>
      </div>
      {asking && (
        <Dialog title={`Rotate the secret of ${name}`} onClose={back}>
          <DialogForm
            verb="Rotate secret"
            pending={rotate.pending}
            failure={rotate.failure}
            onSubmit={confirm}
            onClose={back}
          >
            <p>
              You get a new secret. Deliveries carry a signature of both secrets for {rotationHours} hours, so
              that you can change the program over.
            </p>
          </DialogForm>
        </Dialog>
      )}
    </div>
  );
}
