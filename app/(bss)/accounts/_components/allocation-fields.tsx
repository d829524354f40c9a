"use client";

import { Radio, Stack } from "@mantine/core";
import { useLocale } from "@/components/format/locale";
import { AmountInput } from "@/components/inputs/number-input";
import { formatDate, formatMoney } from "@/lib/domain/format/format";
import type { OfferedInvoice } from "@/lib/server/billing/queries/open-invoices";
import classes from "./payments.module.css";

interface AllocationFieldsProps {
  invoices: OfferedInvoice[];
  currency: string;
  allocation: Allocation;
  problems: Record<string, string>;
  onChange: (allocation: Allocation) => void;
}

export interface Allocation {
  by: "oldest" | "choice";
  /** Holds what was entered for each invoice, by its id. It is kept while the oldest are to be paid first. */
  amounts: Record<string, string>;
}

/** Asks which invoices a payment pays: the oldest first, or as much of each as the person enters. */
export function AllocationFields({
  invoices,
  currency,
  allocation,
  problems,
  onChange,
}: AllocationFieldsProps) {
  const reader = useLocale();
  const { by, amounts } = allocation;
  return (
    <>
      <Radio.Group
        label="Allocation"
        value={by}
        error={problems.allocations}
        onChange={(value) => onChange({ by: value as Allocation["by"], amounts })}
      >
        <Stack gap="xs" mt="xs">
          <Radio
            value="oldest"
            label="Oldest first"
            description="We pay the oldest invoices first. Any amount left stays on the account as credit."
          />
          <Radio
            value="choice"
            label="Choose"
            description="Any amount you don't allocate stays on the account as credit."
          />
        </Stack>
      </Radio.Group>
      {by === "choice" &&
        invoices.map(({ id, number, externalId, dueDate, outstanding }, index) => (
          <AmountInput
            key={id}
            classNames={{ root: classes.amount }}
            label={`Amount for ${number}${externalId === null ? "" : ` (${externalId})`}`}
            description={`${formatMoney(outstanding, currency, reader.locale)} outstanding, due ${formatDate(dueDate, "date", reader)}`}
            currency={currency}
            value={amounts[id] ?? ""}
            error={problems[`allocations.${index}.amount`]}
            onChange={(amount) => onChange({ by, amounts: { ...amounts, [id]: amount } })}
          />
        ))}
    </>
  );
}

/**
 * Returns the allocations as the command takes them: none for the oldest first, otherwise one for each invoice in
 * their order, so that a problem names its field.
 */
export function allocationsOf(invoices: readonly OfferedInvoice[], { by, amounts }: Allocation) {
  if (by === "oldest") return {};
  return { allocations: invoices.map(({ id }) => ({ invoiceId: id, amount: amounts[id]?.trim() || "0" })) };
}
