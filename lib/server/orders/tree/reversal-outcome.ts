import "server-only";
import { availableCredit } from "@/lib/domain/credit";
import type { Fact, Shown } from "@/lib/domain/seen";
import { isoDay } from "@/lib/domain/values/day";
import { formatAmount, sum } from "@/lib/domain/values/money";
import { loadCredit } from "../../billing/credit";
import type { WrittenCreditNote } from "../../billing/write-credit-notes";
import type { Ctx } from "../../kernel/ctx";
import type { Tx } from "../../kernel/db";
import { shown } from "../../kernel/seen";
import { loadOrder } from "./load";

/** What a reversal would do. Amounts are decimal text in the order's currency. */
export type ReversalOutcome = {
  currency: string;
  billingTo: string;
  /** One for each invoice. */
  creditNotes: { invoice: string; total: string }[];
  total: string;
  /** What was paid of the invoices, and becomes credit of who paid. */
  released: string;
  /** Those that end, and those that units are taken from. */
  subscriptions: {
    description: string;
    type: "subscription" | "asset";
    /** Units that end, or are taken back. */
    units: number;
    /** Its last day; empty if it goes on with fewer units. */
    endDate: string | null;
    byHand: boolean;
  }[];
  /** The primary and its sub-orders, as they end. */
  statuses: { code: string; status: string }[];
  /** Of who was invoiced, afterwards; empty is unlimited. */
  availableCredit: string | null;
  shown: Shown;
};

/** What a reversal wrote. */
export type Reversed = {
  code: string;
  /** The items whose units it took back. */
  itemIds: string[];
  creditNotes: WrittenCreditNote[];
  /** What had been paid of the invoices, and is credit of the account now. Decimal text. */
  released: string;
};

/** In words of who is about to confirm it, read in the reversal's own transaction. */
export async function loadReversalOutcome(tx: Tx, ctx: Ctx, reversed: Reversed): Promise<ReversalOutcome> {
  const { row, rows } = await loadOrder(tx, ctx, reversed.code);
  const { currency, billingTo } = row;
  const tasks = await tx.provisioningTask.findMany({
    where: {
      organizationId: ctx.organizationId,
      action: "deprovision",
      orderItemId: { in: reversed.itemIds },
    },
    include: { subscription: true },
    orderBy: [{ orderItem: { position: "asc" } }, { id: "asc" }],
  });
  const available = availableCredit(await loadCredit(tx, ctx, billingTo.id));
  const money = (value: Parameters<typeof formatAmount>[0]) => formatAmount(value, currency);
  const outcome = {
    currency,
    billingTo: billingTo.name,
    creditNotes: reversed.creditNotes.map(({ invoice, total }) => ({ invoice, total: money(total) })),
    total: money(sum(reversed.creditNotes.map(({ total }) => total))),
    released: money(reversed.released),
    subscriptions: tasks.map(({ subscription, orderItemId, quantity, driver }) => ({
      description: subscription.description,
      type: subscription.type,
      units: quantity,
      endDate:
        subscription.orderItemId === orderItemId
          ? subscription.endDate && isoDay(subscription.endDate)
          : null,
      byHand: driver === "manual",
    })),
    statuses: [...rows.values()].map((part) => ({ code: part.code, status: part.status.description })),
    availableCredit: available && money(available),
  };
  return { ...outcome, shown: shown(currency, factsOf(outcome)) };
}

/** Without the statuses, which follow from the reason that is chosen after it was shown. */
function factsOf(outcome: Omit<ReversalOutcome, "shown">): Fact[] {
  const { creditNotes, released, subscriptions, availableCredit: available, billingTo } = outcome;
  return [
    ...creditNotes.map(({ invoice, total }) => ({
      label: `Credit note for invoice ${invoice}`,
      amount: total,
    })),
    { label: "Paid, becomes credit", amount: released },
    ...subscriptions.map(({ description, units, endDate }) => ({
      label: description,
      units,
      words: endDate === null ? "goes on with fewer units" : "ends",
    })),
    {
      label: `Available credit of ${billingTo}`,
      ...(available === null ? { words: "unlimited" } : { amount: available }),
    },
  ];
}
