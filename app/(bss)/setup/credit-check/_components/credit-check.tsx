"use client";

import { Switch, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { notify } from "@/components/feedback/notify";
import { WholeNumberInput } from "@/components/inputs/whole-number-input";
import type { CreditCheckRow } from "@/lib/server/credit-check/queries/get-credit-check";
import { Secret } from "../../../../_components/secret";
import { EditForm } from "../../../_components/form/edit-form";
import classes from "../../../_components/form/form.module.css";
import { Section } from "../../../_components/section";
import { saveCreditCheckAction } from "../actions";

/** Is the version before the first save. */
const notSetUp = 0;

/** Asks whether, where and how credit is checked outside. A secret that a save makes is shown after it. */
export function CreditCheck({ creditCheck }: { creditCheck: CreditCheckRow | null }) {
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <>
      <CreditCheckForm creditCheck={creditCheck} onSaved={setSecret} />
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

function CreditCheckForm({ creditCheck, onSaved }: CreditCheckFormProps) {
  const router = useRouter();
  const version = creditCheck?.version ?? notSetUp;
  return (
    <EditForm
      key={version}
      label="Credit check"
      draftKey="credit-check"
      edited={{ name: "The credit check", version }}
      initial={{
        enabled: creditCheck?.enabled ?? true,
        endpoint: creditCheck?.endpoint ?? "",
        timeoutSeconds: String(creditCheck?.timeoutSeconds ?? 5),
        renewSecret: false,
      }}
      save={({ timeoutSeconds, ...values }, from) =>
        saveCreditCheckAction({
          ...values,
          timeoutSeconds: Number(timeoutSeconds),
          version: from === notSetUp ? null : from,
        })
      }
      onSaved={({ secret }) => {
        onSaved(secret);
        notify("Credit check saved");
        router.refresh();
      }}
    >
      {(form) => (
        <>
          <p>
            We ask your credit agency before we invoice an order, in addition to checking the credit limit.
            The agency allows the amount, or refuses it with a reason. We hold the order until the agency
            answers.
          </p>
          <Switch label="Check credit outside" {...form.getInputProps("enabled", { type: "checkbox" })} />
          <TextInput
            label="Address"
            description="Where the agency listens. It begins with https://."
            inputMode="url"
            autoComplete="off"
            {...form.getInputProps("endpoint")}
          />
          <WholeNumberInput
            label="Time to answer (seconds)"
            description="If the agency takes longer, we hold the order."
            max={60}
            {...form.getInputProps("timeoutSeconds")}
            value={form.values.timeoutSeconds}
          />
          {creditCheck && (
            <Switch
              label="Make a new signing secret"
              description="The present secret ends with this save. We hold orders until the agency has the new one."
              {...form.getInputProps("renewSecret", { type: "checkbox" })}
            />
          )}
        </>
      )}
    </EditForm>
  );
}
