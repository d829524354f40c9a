"use client";

import { useState } from "react";
import { LinkButton } from "@/components/layout/link-button";
import { Secret } from "../../../../_components/secret";
import { EditForm } from "../../../_components/form/edit-form";
import classes from "../../../_components/form/form.module.css";
import { createWebhookAction } from "../actions";
import { WebhookFields, webhookProblems, webhookValues } from "./webhook-fields";

/** Sets a webhook up, then shows its secret once. */
export function NewWebhook() {
  const [made, setMade] = useState<{ id: string; name: string; secret: string | null } | null>(null);
  if (made) {
    return (
      <section className={classes.form} aria-label="Signing secret">
        <p>{made.name} is set up. It receives what happens from now on.</p>
        <Secret secret={made.secret} />
        <div className={classes.buttons}>
          <LinkButton href={`/setup/webhooks/${made.id}`}>Done</LinkButton>
        </div>
      </section>
    );
  }
  return (
    <EditForm
      label="Webhook"
      verb="Create webhook"
      draftKey="webhook-new"
      initial={webhookValues(null)}
      save={createWebhookAction}
      onSaved={({ id, secret }, { name }) => setMade({ id, name: name.trim(), secret })}
      errorsOf={webhookProblems}
      back="/setup/webhooks"
      autoComplete="off"
    >
      {(form) => <WebhookFields form={form} isNew />}
    </EditForm>
  );
}
