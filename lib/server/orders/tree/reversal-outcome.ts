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

/** Holds what a reversal would do. Amounts are decimal text in the order's currency. */
export type ReversalOutcome = {
  currency: string;
  billingTo: string;
  /** Lists one credit note for each invoice. */
  creditNotes: { invoice: string; total: string }[];
  total: string;
  /** Holds what was paid of the invoices and becomes the payer's credit. */
  released: string;
  /** Lists the subscriptions that end or lose units. */
  subscriptions: {
    description: string;
    type: "subscription" | "asset";
    /** Counts the units that end or are taken back. */
    units: number;
    /** Holds its last day; null if it goes on with fewer units. */
    endDate: string | null;
    byHand: boolean;
  }[];
  /** Lists the primary and its sub-orders with their final statuses. */
  statuses: { code: string; status: string }[];
  /** Holds the credit, afterwards, of the account that was invoiced; null is unlimited. */
  availableCredit: string | null;
  shown: Shown;
};

/** Holds what a reversal wrote. */
export type Reversed = {
  code: string;
  /** Lists the items whose units were taken back. */
  itemIds: string[];
  creditNotes: WrittenCreditNote[];
  /** Holds what had been paid of the invoices and is now credit of the account, as decimal text. */
  released: string;
};

/** Loads the outcome for the person about to confirm it, in the reversal's own transaction. */
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

/** Returns the facts without the statuses, which follow from the reason that is chosen later. */
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
