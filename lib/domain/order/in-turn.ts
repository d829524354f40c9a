import { type Charge, type Credit, spend } from "../credit";
import { blocks, type Executor, type Gate } from "./gates";

/** An open order: who is invoiced, what executing it charges, and what would hold it if the credit were so. */
export type Waiting = Charge & {
  billingToId: string;
  gates: (credit: Credit) => readonly Gate[];
};

/**
 * What holds each order when they are executed one after the other, in the order given: whichever nothing holds uses
 * credit of those after it. See docs/domain.md, section 2, "Bulk". Takes the credits from the map as they are used.
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
