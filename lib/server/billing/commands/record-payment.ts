import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { currencyDecimals } from "@/lib/domain/format/currency";
import {
  type Allocation,
  type AllocationRefusal,
  allocateOldestFirst,
  checkAllocations,
} from "@/lib/domain/payment";
import type { Refused } from "@/lib/domain/refusals/refusal";
import type { ChangedSinceSeen } from "@/lib/domain/seen";
import { dayProblem, paymentDays } from "@/lib/domain/values/bounds";
import { amount, formatAmount } from "@/lib/domain/values/money";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import { AmountText, Id, line, optional, PositiveAmount, Seen } from "@/lib/schemas/fields";
import { Day } from "@/lib/schemas/orders";
import type { Ctx } from "../../kernel/ctx";
import { sql, type Tx } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { NotFound } from "../../kernel/errors";
import { record } from "../../kernel/record";
import { requireSeen } from "../../kernel/seen";
import { organizationDay } from "../../organizations/day";
import { lockCredit } from "../credit";
import { loadOpenInvoices, shownInvoices } from "../queries/open-invoices";
import { findSameReference } from "../same-reference";

const RecordPaymentInput = z.strictObject({
  accountId: Id,
  amount: PositiveAmount,
  /** Takes the day on which the payment arrived. Blank means today. */
  receivedOn: optional(Day),
  reference: line("a reference", 120, 0).default(""),
  /** Says which invoices the payment pays. Without it, the oldest are paid first. */
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

const RecordedPayment = z.object({
  id: Id,
  /** Gives the unallocated amount as decimal text in the organization's currency. */
  unallocated: z.string(),
  allocations: z.array(z.object({ invoiceNumber: z.string(), amount: z.string() })),
});
export type RecordedPayment = z.output<typeof RecordedPayment>;

const refused = [
  "too_many_decimals",
  "date_out_of_range",
  "unknown_invoice",
  "more_than_outstanding",
  "more_than_paid",
] as const;
type NotRecorded = Refused<(typeof refused)[number]> | ChangedSinceSeen;

/**
 * Records what an account paid and allocates it to the chosen or else the oldest invoices; the rest counts as credit. Refuses a
 * reference that was used before once, until the person goes on despite the payment that has it. See docs/domain.md, section 4.
 * @throws NotFound
 */
export const recordPayment = command({
  name: "payment.record",
  caller: staff("payment:record"),
  input: RecordPaymentInput,
  output: RecordedPayment,
  refusals: refusals(...refused, "reference_used"),
  async run({ tx, ctx }, input) {
    const earlier = await findSameReference(tx, ctx, input.reference);
    if (earlier && earlier.id !== input.despitePaymentId) {
      return refuse({ reason: "reference_used", earlier, path: "reference" });
    }
    return recordWithin(tx, ctx, input);
  },
});

/**
 * Records a payment within a larger change, whose caller has checked the permission. An amount that is reserved for a primary
 * order pays no invoice yet.
 */
export async function recordWithin(
  tx: Tx,
  ctx: Ctx,
  input: z.output<typeof RecordPaymentInput>,
  reservedForId: string | null = null,
): Promise<Result<RecordedPayment, NotRecorded>> {
  const paid = amount(input.amount);
  await lockCredit(tx, ctx, input.accountId);
  const account = await accountOf(tx, ctx, input.accountId);
  const { currency } = account;
  const chosen = input.allocations?.map((one) => ({
    invoiceId: one.invoiceId,
    amount: amount(one.amount),
  }));
  const amounts = [
    { path: "amount", of: paid },
    ...(chosen ?? []).map((one, index) => ({ path: `allocations.${index}.amount`, of: one.amount })),
  ];
  const tooFine = amounts.find(({ of }) => of.decimalPlaces() > currencyDecimals(currency));
  if (tooFine) {
    const most = currencyDecimals(currency);
    return refuse({ reason: "too_many_decimals", currency, most, path: tooFine.path });
  }
  const today = await organizationDay(tx, ctx);
  const receivedOn = input.receivedOn ?? today;
  const outOfRange = dayProblem("received", receivedOn, paymentDays(today));
  if (outOfRange) return refuse({ ...outOfRange, path: "receivedOn" });
  const invoices = await loadOpenInvoices(tx, ctx, input.accountId);
  const now = { what: `Account ${account.code}`, shown: () => shownInvoices(currency, invoices) };
  const asSeen = requireSeen({ seen: input.seen }, now);
  if (!asSeen.ok) return asSeen;
  const unchosen = reservedForId ? [] : allocateOldestFirst(paid, invoices);
  const checked = chosen ? checkAllocations(paid, invoices, chosen) : ok(unchosen);
  if (!checked.ok) return refuse(atItsField(checked.refusal, chosen ?? [], currency));

  const id = randomUUID();
  await tx.payment.create({
    data: {
      organizationId: ctx.organizationId,
      id,
      accountId: input.accountId,
      currency,
      amount: paid.toFixed(),
      unallocated: paid.toFixed(),
      reservedForId,
      receivedOn: new Date(receivedOn),
      reference: input.reference,
      recordedByName: ctx.actor.name,
      createdAt: ctx.now,
    },
    select: { id: true },
  });
  await writeAllocations(tx, ctx, id, checked.value);
  const numbers = new Map(invoices.map((invoice) => [invoice.id, invoice.number]));
  const allocations = checked.value.map((one) => ({
    invoiceNumber: numbers.get(one.invoiceId) ?? "",
    amount: formatAmount(one.amount, currency),
  }));
  await record(tx, ctx, [
    {
      kind: "payment.recorded",
      subject: account.code,
      after: { amount: formatAmount(paid, currency), currency, reference: input.reference, allocations },
    },
  ]);
  const unallocated = checked.value.reduce((left, one) => left.minus(one.amount), paid);
  return ok({ id, unallocated: formatAmount(unallocated, currency), allocations });
}

async function accountOf(tx: Tx, ctx: Ctx, id: string): Promise<{ code: string; currency: string }> {
  const account = await tx.account.findUnique({
    where: { organizationId_id: { organizationId: ctx.organizationId, id } },
    select: { code: true, organization: { select: { currency: true } } },
  });
  if (!account) throw new NotFound("account", id);
  return { code: account.code, currency: account.organization.currency };
}

/** Writes all allocations in one statement. Triggers subtract the amounts from the payment and the invoices. */
async function writeAllocations(tx: Tx, ctx: Ctx, paymentId: string, allocations: readonly Allocation[]) {
  if (allocations.length === 0) return;
  const rows = allocations.map((one) => ({ invoiceId: one.invoiceId, amount: one.amount.toFixed() }));
  await tx.$executeRaw(sql`
    INSERT INTO payment_allocations (organization_id, payment_id, invoice_id, amount, created_at)
    SELECT ${ctx.organizationId}::uuid, ${paymentId}::uuid, "invoiceId", amount, ${ctx.now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS v("invoiceId" uuid, amount numeric)`);
}

function atItsField(
  refusal: AllocationRefusal,
  chosen: readonly Allocation[],
  currency: string,
): Refused<(typeof refused)[number]> {
  if (refusal.reason === "more_than_paid") return { ...refusal, path: "allocations" };
  const { invoiceId, ...why } = refusal;
  const path = `allocations.${chosen.findIndex((one) => one.invoiceId === invoiceId)}.amount`;
  return why.reason === "more_than_outstanding" ? { ...why, currency, path } : { ...why, path };
}
