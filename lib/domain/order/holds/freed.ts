import { type Credit, spend, withoutPayment } from "../../credit";
import { blocks } from "./gates";
import type { Waiting } from "./in-turn";

/**
 * Returns which of an account's open orders its payment freed: without it credit would hold them, with it nothing does.
 * They are taken in the given order, the oldest first, and each uses credit of the next. Of an order that is not freed
 * as a whole, the sub-orders that are freed count: docs/domain.md, section 4.
 */
export function freedBy<Order extends Omit<Waiting, "billingToId">>(
  payment: Parameters<typeof withoutPayment>[1],
  credit: Credit,
  orders: readonly (Order & { subOrders?: readonly Order[] })[],
): Order[] {
  const freed: Order[] = [];
  const unpaid = withoutPayment(credit, payment);
  let left = credit;
  const take = (order: Order): boolean => {
    const wasHeld = order.gates(unpaid).some(({ gate }) => gate === "credit");
    if (!wasHeld || order.gates(left).some((gate) => blocks(gate, "bss_user"))) return false;
    freed.push(order);
    left = spend(left, order);
    return true;
  };
  for (const order of orders) {
    if (!take(order)) order.subOrders?.forEach(take);
  }
  return freed;
}
