import type { ItemType } from "@/lib/domain/order/tree/order";
import type { BillingPeriod } from "@/lib/domain/product";

/** Holds words of an order that several of its pages use. */

export const itemTypeLabels: Record<ItemType, string> = {
  new: "New",
  trial: "Trial",
  quantity_change: "Quantity change",
};

/** Follows a unit price. */
export const perPeriod: Record<BillingPeriod, string> = { month: "/ month", year: "/ year", once: "once" };
