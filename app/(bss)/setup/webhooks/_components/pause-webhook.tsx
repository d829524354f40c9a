"use client";

import { useRouter } from "next/navigation";
import { notify } from "@/components/feedback/notify";
import { PendingButton } from "@/components/feedback/pending-button";
import { notifyFailure } from "@/components/form/notify-failure";
import { useAction } from "@/components/form/use-action";
import type { WebhookRow } from "@/lib/server/webhooks/queries/webhooks";
import classes from "../../../_components/form/form.module.css";
import { disableWebhookAction, enableWebhookAction } from "../actions";

/** Disables a webhook, or enables it again. Nothing is lost by either, so that neither asks first. */
export function PauseWebhook({ webhook: { id, name, version, disabledAt } }: { webhook: WebhookRow }) {
  const router = useRouter();
  const enabled = disabledAt === null;
  const { run, pending } = useAction(enabled ? disableWebhookAction : enableWebhookAction);
  const change = async () => {
    const result = await run({ id, version });
    if (result.ok) notify(`${name} is ${enabled ? "disabled" : "enabled"}`);
    else notifyFailure(result);
    router.refresh();
  };
  return (
    <div className={classes.form}>
      <p>
        {enabled
          ? "A disabled webhook receives nothing. When you enable it, it receives what happened meanwhile."
          : "When you enable the webhook, it receives what happened meanwhile and what still waited."}
      </p>
      <div className={classes.buttons}>
        <PendingButton variant="default" pending={pending} onClick={change}>
          {enabled ? "Disable webhook" : "Enable webhook"}
        </PendingButton>
      </div>
    </div>
  );
}
