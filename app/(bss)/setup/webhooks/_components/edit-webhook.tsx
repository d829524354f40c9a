"use client";

import { useRouter } from "next/navigation";
import { notify } from "@/components/feedback/notify";
import type { WebhookRow } from "@/lib/server/webhooks/queries/webhooks";
import { EditForm } from "../../../_components/form/edit-form";
import { editWebhookAction } from "../actions";
import { WebhookFields, webhookProblems, webhookValues } from "./webhook-fields";

export function EditWebhook({ webhook }: { webhook: WebhookRow }) {
  const router = useRouter();
  const page = `/setup/webhooks/${webhook.id}`;
  return (
    <EditForm
      key={webhook.version}
      label="Webhook"
      draftKey={`webhook:${webhook.id}`}
      edited={webhook}
      initial={webhookValues(webhook)}
      save={(values, version) => editWebhookAction({ ...values, id: webhook.id, version })}
      onSaved={(_, { name }) => {
        notify(`${name.trim()} saved`);
        router.push(page);
      }}
      errorsOf={webhookProblems}
      back={page}
    >
      {(form) => <WebhookFields form={form} isNew={false} />}
    </EditForm>
  );
}
