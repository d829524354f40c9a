import { z } from "zod";
import { AmountText, Id, line, optional, Seen } from "./fields";
import { Day } from "./orders";

/** These schemas say what the payment commands take: docs/domain.md, section 4. */

const PositiveAmount = AmountText.refine((value) => Number(value) > 0, "Enter an amount above 0.");

export const RecordPaymentInput = z.strictObject({
  accountId: Id,
  amount: PositiveAmount,
  /** Takes the day on which the payment arrived. Blank is today. */
  receivedOn: optional(Day),
  reference: line("a reference", 120, 0).default(""),
  /** Says which invoices it pays. Left out, it pays the oldest first. */
  allocations: z
    .array(z.strictObject({ invoiceId: Id, amount: AmountText }))
    .max(1000, "Allocate to at most 1,000 invoices.")
    .refine(
      (all) => new Set(all.map(({ invoiceId }) => invoiceId)).size === all.length,
      "Name each invoice once.",
    )
    .optional(),
  /** Names the earlier payment with the same reference that the person was told of and goes on despite. */
  despitePaymentId: Id.optional(),
  /** Names what was shown as unpaid. */
  seen: Seen.optional(),
});
export type RecordPaymentInput = z.input<typeof RecordPaymentInput>;

export const ReversePaymentInput = z.strictObject({
  paymentId: Id,
  /** Names what was shown as paid by it. */
  seen: Seen.optional(),
  reason: line("a reason", 500),
});
export type ReversePaymentInput = z.input<typeof ReversePaymentInput>;

/** Takes a payment whose reservation for an order ends. */
export const ReleasePaymentInput = z.strictObject({ paymentId: Id });
export type ReleasePaymentInput = z.input<typeof ReleasePaymentInput>;

export const FreedOrdersInput = z.object({ paymentId: Id });
