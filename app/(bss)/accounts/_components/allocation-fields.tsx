"use client";

import { Radio, Stack, TextInput } from "@mantine/core";
import { formatDate, formatMoney } from "@/components/format";
import { useLocale } from "@/components/locale";
import type { OfferedInvoice } from "@/lib/server/billing/open-invoices";

interface AllocationFieldsProps {
  invoices: OfferedInvoice[];
  currency: string;
  /** What was entered for each invoice, by its id; nothing while the oldest are to be paid first. */
  chosen: Record<string, string> | null;
  problems: Record<string, string>;
  onChange: (chosen: Record<string, string> | null) => void;
}

/** Which invoices a payment pays: the oldest first, or as much of each as somebody chooses. */
export function AllocationFields({ invoices, currency, chosen, problems, onChange }: AllocationFieldsProps) {
  const reader = useLocale();
  return (
    <>
      <Radio.Group
        label="Allocation"
        value={chosen ? "choose" : "oldest"}
        error={problems.allocations}
        onChange={(value) => onChange(value === "choose" ? {} : null)}
      >
        <Stack gap="xs" mt="xs">
          <Radio
            value="oldest"
            label="Oldest first"
            description="Pays the oldest invoices; what is left stays as credit."
          />
          <Radio value="choose" label="Choose" description="What you enter for no invoice stays as credit." />
        </Stack>
      </Radio.Group>
      {chosen &&
        invoices.map(({ id, number, dueDate, outstanding }, index) => (
          <TextInput
            key={id}
            label={`Amount for ${number}`}
            description={`${formatMoney(outstanding, currency, reader.locale)} outstanding, due ${formatDate(dueDate, "date", reader)}`}
            inputMode="decimal"
            value={chosen[id] ?? ""}
            error={problems[`allocations.${index}.amount`]}
            onChange={(event) => onChange({ ...chosen, [id]: event.currentTarget.value })}
          />
        ))}
    </>
  );
}

/** As the command takes them: one for each invoice, in their order, so that its problems name the field. */
export function allocationsOf(invoices: readonly OfferedInvoice[], chosen: Record<string, string>) {
  return invoices.map(({ id }) => ({ invoiceId: id, amount: chosen[id]?.trim() || "0" }));
}
