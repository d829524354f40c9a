import type { ItemType } from "@/lib/domain/order/tree/order";
import type { BillingPeriod } from "@/lib/domain/product";

/** Words of an order that several of its pages use. */

export const itemTypeLabels: Record<ItemType, string> = {
  new: "New",
  trial: "Trial",
  quantity_change: "Quantity change",
};

/** After a unit price. */
export const perPeriod: Record<BillingPeriod, string> = { month: "/ month", year: "/ year", once: "once" };

/** "1 order", "3 orders". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
