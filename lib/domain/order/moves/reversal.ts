import { ok, type Result, refuse } from "../../values/result";
import type { OrderRefused } from "../holds/refusal";
import type { OrderPart, OrderTree } from "../tree/order";
import { partStage, reversedUnits, standingUnits } from "../tree/stage";
import type { ItemUnits, OrderChanges } from "./changes";
import { withRollUp } from "./execution";

/** Holds what executing made and a reversal has to take back, as it stands now. */
export type ReversalFacts = {
  /** Holds the invoices that charge any of the units, with every item that they charge. */
  invoices: readonly { id: string; number: string; orderCode: string; itemIds: readonly string[] }[];
  /** Names subscriptions made by the units that a later execution changed, with the orders that did. */
  changedSince: readonly { description: string; orders: string[] }[];
};

export type ReversalPlan = {
  changes: OrderChanges;
  /** Names the invoices that each get a credit note. */
  invoiceIds: string[];
};

/**
 * Plans the reversal of an executed sub-order, or of an executed primary with its executed sub-orders: docs/domain.md,
 * section 2, "Reverse execution". What one invoice charged is reversed together.
 */
export function planReversal(
  tree: OrderTree,
  part: OrderPart,
  { invoices, changedSince }: ReversalFacts,
): Result<
  ReversalPlan,
  OrderRefused<
    "not_executed" | "already_reversed" | "already_cancelled" | "executed_together" | "changed_since"
  >
> {
  const stage = partStage(part);
  if (stage === "open") return refuse({ reason: "not_executed" });
  if (stage === "cancelled") {
    const reversed = part.items.some((item) => reversedUnits(tree, item) > 0);
    return refuse({ reason: reversed ? "already_reversed" : "already_cancelled" });
  }

  const units = unitsToReverse(tree, part);
  const reversed = new Set(units.map(({ itemId }) => itemId));
  const larger = invoices.find(({ itemIds }) => itemIds.some((itemId) => !reversed.has(itemId)));
  if (larger) return refuse({ reason: "executed_together", code: larger.orderCode, invoice: larger.number });
  if (changedSince.length > 0) return refuse({ reason: "changed_since", subscriptions: [...changedSince] });

  const changes: OrderChanges = {
    executed: [],
    cancelled: [],
    reversed: units,
    ended: reversedParts(tree, part).map(({ id }) => ({ orderId: id, stage: "cancelled" })),
  };
  return ok({ changes: withRollUp(tree, changes), invoiceIds: invoices.map(({ id }) => id) });
}

/** Returns all that stands executed of the order, and of a primary's executed sub-orders. */
export function unitsToReverse(tree: OrderTree, part: OrderPart): ItemUnits[] {
  return reversedParts(tree, part)
    .flatMap(({ items }) => items)
    .map((item) => ({ itemId: item.id, units: standingUnits(item) }))
    .filter(({ units }) => units > 0);
}

function reversedParts(tree: OrderTree, part: OrderPart): OrderPart[] {
  if (part !== tree.primary) return [part];
  return [part, ...tree.subOrders.filter((subOrder) => partStage(subOrder) === "executed")];
}
