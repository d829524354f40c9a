"use client";

import { useState } from "react";
import { useCompanyDay } from "@/components/format/locale";
import { useCurrentUser } from "@/components/layout/current-user";
import { LinkButton } from "@/components/layout/link-button";
import { Secret } from "../../../../_components/secret";
import { EditForm } from "../../../_components/form/edit-form";
import classes from "../../../_components/form/form.module.css";
import { createApiKeyAction } from "../actions";
import { isWithin, KeyFields, keyInput, keyProblems, newKeyValues } from "./key-fields";

/** Creates a key, then shows its secret once. */
export function NewApiKey() {
  const today = useCompanyDay();
  const mine = useCurrentUser().permissions;
  const [made, setMade] = useState<{ id: string; name: string; secret: string | null } | null>(null);
  if (made) {
    return (
      <section className={classes.form} aria-label="API key">
        <p>{made.name} is ready. A program sends the key with each request.</p>
        <Secret secret={made.secret} label="API key" />
        <div className={classes.buttons}>
          <LinkButton href={`/setup/api-keys/${made.id}`}>Done</LinkButton>
        </div>
      </section>
    );
  }
  return (
    <EditForm
      label="API key"
      verb="Create key"
      draftKey="api-key-new"
      initial={{ ...newKeyValues, limited: !isWithin(newKeyValues.role, mine) }}
      save={(values) => createApiKeyAction(keyInput(values))}
      onSaved={({ id, secret }, { name }) => setMade({ id, name: name.trim(), secret })}
      errorsOf={keyProblems}
      back="/setup/api-keys"
      autoComplete="off"
    >
      {(form) => <KeyFields form={form} today={today} />}
    </EditForm>
  );
}
