"use client";

import { Button, Switch, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { problemsByPath } from "@/components/action-result";
import { notify } from "@/components/notify";
import { useAction } from "@/components/use-action";
import type { CreditCheckRow } from "@/lib/server/credit-check/queries";
import classes from "../../../_components/form.module.css";
import { FormAlert } from "../../../_components/form-messages";
import { Secret } from "../../_components/secret";
import { saveCreditCheckAction } from "../actions";

/** Whether, where and how credit is checked outside; a secret that a save makes is shown after it. */
export function CreditCheckForm({ creditCheck }: { creditCheck: CreditCheckRow | null }) {
  const router = useRouter();
  const form = useForm({
    initialValues: {
      enabled: creditCheck?.enabled ?? true,
      endpoint: creditCheck?.endpoint ?? "",
      timeoutSeconds: String(creditCheck?.timeoutSeconds ?? 5),
      renewSecret: false,
    },
  });
  const save = useAction(saveCreditCheckAction);
  const [secret, setSecret] = useState<string | null>(null);

  const submit = form.onSubmit(async ({ timeoutSeconds, ...values }) => {
    const version = creditCheck?.version ?? null;
    const result = await save.run({ ...values, timeoutSeconds: Number(timeoutSeconds), version });
    if (!result.ok) return form.setErrors(problemsByPath(result.problems));
    setSecret(result.value.secret);
    form.setFieldValue("renewSecret", false);
    notify("Credit check saved");
    router.refresh();
  });

  return (
    <form onSubmit={submit} noValidate className={classes.form} aria-label="Credit check">
      <FormAlert failure={save.failure}>
        {save.failure?.reason === "conflict" && (
          <>
            {" "}
            <Button size="compact-sm" variant="default" onClick={() => window.location.reload()}>
              Load the current values
            </Button>
          </>
        )}
      </FormAlert>
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
      {secret && <Secret key={secret} secret={secret} />}
      <div className={classes.buttons}>
        <Button type="submit" loading={save.pending}>
          Save
        </Button>
      </div>
    </form>
  );
}
