import { type Charge, type Credit, spend } from "../../credit";
import { blocks, type Executor, type Gate } from "./gates";

/** Describes an open order: who is invoiced, what executing it charges, and what would hold it with a given credit. */
export type Waiting = Charge & {
  billingToId: string;
  gates: (credit: Credit) => readonly Gate[];
};

/**
 * Returns what holds each order when they are executed one after the other in the given order. An order that nothing
 * holds uses credit of those after it, so the credits in the map change: docs/domain.md, section 2, "Bulk".
 */
export function heldInTurn<Order extends Waiting>(
  orders: readonly Order[],
  credits: Map<string, Credit>,
  executor: Executor,
): { order: Order; gates: readonly Gate[] }[] {
  return orders.flatMap((order) => {
    const credit = credits.get(order.billingToId);
    if (!credit) return [];
    const gates = order.gates(credit).filter((gate) => blocks(gate, executor));
    if (gates.length === 0) credits.set(order.billingToId, spend(credit, order));
    return [{ order, gates }];
  });
}
