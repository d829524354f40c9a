"use client";

import { Button, Switch, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { problemsByPath } from "@/components/action-result";
import { notify } from "@/components/notify";
import { useAction } from "@/components/use-action";
import { useDraft } from "@/components/use-draft";
import type { CreditCheckRow } from "@/lib/server/credit-check/queries";
import classes from "../../../_components/form.module.css";
import { FormAlert, Overtaken, RestoredDraft } from "../../../_components/form-messages";
import { Section } from "../../../_components/section";
import { Secret } from "../../_components/secret";
import { saveCreditCheckAction } from "../actions";

/** The version that nothing was saved with. */
const notSetUp = 0;

/** Whether, where and how credit is checked outside; a secret that a save makes is shown after it. */
export function CreditCheck({ creditCheck }: { creditCheck: CreditCheckRow | null }) {
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <>
      <CreditCheckForm key={creditCheck?.version} creditCheck={creditCheck} onSaved={setSecret} />
      {secret && (
        <Section title="Signing secret">
          <div className={classes.form}>
            <Secret key={secret} secret={secret} />
          </div>
        </Section>
      )}
    </>
  );
}

interface CreditCheckFormProps {
  creditCheck: CreditCheckRow | null;
  onSaved: (secret: string | null) => void;
}

/** Keyed by its version: what is saved is where the next edit begins. */
function CreditCheckForm({ creditCheck, onSaved }: CreditCheckFormProps) {
  const router = useRouter();
  const form = useForm({
    initialValues: {
      enabled: creditCheck?.enabled ?? true,
      endpoint: creditCheck?.endpoint ?? "",
      timeoutSeconds: String(creditCheck?.timeoutSeconds ?? 5),
      renewSecret: false,
    },
  });
  const newest = creditCheck?.version ?? notSetUp;
  const draft = useDraft("credit-check", form, newest);
  const save = useAction(saveCreditCheckAction);

  const submit = async ({ timeoutSeconds, ...input }: typeof form.values, from: number) => {
    const version = from === notSetUp ? null : from;
    const result = await save.run({ ...input, timeoutSeconds: Number(timeoutSeconds), version });
    if (!result.ok) return form.setErrors(problemsByPath(result.problems));
    draft.clear();
    form.resetDirty({ ...input, timeoutSeconds });
    onSaved(result.value.secret);
    notify("Credit check saved");
    router.refresh();
  };
  const discard = () => {
    form.reset();
    draft.discard();
  };

  return (
    <form
      onSubmit={form.onSubmit((values) => submit(values, draft.version))}
      noValidate
      className={classes.form}
      aria-label="Credit check"
    >
      <FormAlert failure={save.failure?.reason === "conflict" ? null : save.failure} />
      <Overtaken
        name="The credit check"
        newest={newest}
        draft={draft}
        failure={save.failure}
        onOverwrite={(version) => submit(form.values, version)}
      />
      <RestoredDraft restored={draft.restored} onDiscard={discard} />
      <p>
        An agency of yours is asked before an order is invoiced, beside the credit limit. It allows the
        amount, or refuses it with a reason. An order that it does not answer about is held.
      </p>
      <Switch label="Check credit outside" {...form.getInputProps("enabled", { type: "checkbox" })} />
      <TextInput
        label="Address"
        description="Where the agency listens. It begins with https://."
        inputMode="url"
        autoComplete="off"
        {...form.getInputProps("endpoint")}
      />
      <TextInput
        label="Time to answer (seconds)"
        description="After it, the order is held."
        inputMode="numeric"
        {...form.getInputProps("timeoutSeconds")}
      />
      {creditCheck && (
        <Switch
          label="Make a new signing secret"
          description="The present one ends with this save. Until the agency has the new one, orders are held."
          {...form.getInputProps("renewSecret", { type: "checkbox" })}
        />
      )}
      <div className={classes.buttons}>
        <Button type="submit" loading={save.pending}>
          Save
        </Button>
      </div>
    </form>
  );
}
