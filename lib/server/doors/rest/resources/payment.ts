import "server-only";
import { z } from "zod";
import type { RecordedPayment } from "../../../billing/commands/record-payment";
import type { PaymentRow } from "../../../billing/queries/payments";
import { Money, money } from "../money";
import { AccountCode, IsoDay } from "./fields";

const PaidInvoice = z.object({ number: z.string(), amount: Money }).meta({ id: "PaidInvoice" });

export const Payment = z
  .object({
    id: z.uuid(),
    account: AccountCode,
    receivedOn: IsoDay,
    reference: z.string(),
    amount: Money,
    unallocated: Money.describe("No invoice needed this amount, so it counts as credit."),
    recordedBy: z.string(),
    invoices: z.array(PaidInvoice),
    reversed: z.object({ by: z.string(), reason: z.string() }).nullable(),
    reservedFor: z.string().nullable().describe("The rest of the payment is kept for this order."),
  })
  .meta({ id: "Payment" });

export function tellPayment(row: PaymentRow): z.input<typeof Payment> {
  const { currency } = row;
  return {
    id: row.id,
    account: row.account,
    receivedOn: row.receivedOn,
    reference: row.reference,
    amount: money(row.amount, currency),
    unallocated: money(row.unallocated, currency),
    recordedBy: row.recordedBy,
    invoices: row.invoices.map(({ number, amount }) => ({ number, amount: money(amount, currency) })),
    reversed: row.reversed,
    reservedFor: row.reservedFor,
  };
}

export const PaymentRecorded = z
  .object({ id: z.uuid(), unallocated: Money, invoices: z.array(PaidInvoice) })
  .meta({ id: "PaymentRecorded" });

export function tellRecordedPayment(
  { id, unallocated, allocations }: RecordedPayment,
  currency: string,
): z.input<typeof PaymentRecorded> {
  return {
    id,
    unallocated: money(unallocated, currency),
    invoices: allocations.map(({ invoiceNumber, amount }) => ({
      number: invoiceNumber,
      amount: money(amount, currency),
    })),
  };
}
