import type { Credit } from "../credit";
import type { Amount } from "../money";
import { blocks, type Gate } from "./gates";

/** An open order: what executing it invoices, and what would hold it if the account's credit were so. */
type Waiting = { total: Amount; gates: (credit: Credit) => readonly Gate[] };

/**
 * Which of an account's open orders its payment freed: without it credit would hold them, with it nothing does. They
 * are taken in the order given, the oldest first, and each uses credit of the next, so that all of them can be
 * executed. See docs/domain.md, section 4.
 */
export function freedBy<Order extends Waiting>(
  paid: Amount,
  credit: Credit,
  orders: readonly Order[],
): Order[] {
  const freed: Order[] = [];
  const unpaid = { ...credit, outstanding: credit.outstanding.plus(paid) };
  let left = credit;
  for (const order of orders) {
    const wasHeld = order.gates(unpaid).some(({ gate }) => gate === "credit");
    if (!wasHeld || order.gates(left).some((gate) => blocks(gate, "bss_user"))) continue;
    freed.push(order);
    left = { ...left, outstanding: left.outstanding.plus(order.total) };
  }
  return freed;
}
