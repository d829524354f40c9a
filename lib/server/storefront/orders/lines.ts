import "server-only";
import { shownLines } from "@/lib/domain/order/amounts/shown-lines";
import type { ItemType, OrderTree } from "@/lib/domain/order/tree/order";
import type { BillingPeriod } from "@/lib/domain/product";
import { formatAmount } from "@/lib/domain/values/money";

/** Holds an item as its customer sees it, also at checkout. Amounts are without tax. */
export type OrderedLine = {
  id: string;
  description: string;
  itemType: ItemType;
  billingPeriod: BillingPeriod;
  quantity: number;
  /** Counts the units that were canceled while others were kept. */
  cancelled?: number;
  /** Holds the list price per unit. The net amount is after the discount. */
  unitPrice: string;
  discountPercent: string;
  net: string;
  configuration: { name: string; value: string }[];
};

export type OwnOrderLine = OrderedLine & { cancelled: number };

/** Returns the lines of a primary order, which add up to its net total. */
export function ownOrderLines(tree: OrderTree): OwnOrderLine[] {
  return shownLines(tree, tree.primary).map(({ item, quantity, cancelled, amounts }) => ({
    id: item.id,
    description: item.description,
    itemType: item.itemType,
    billingPeriod: item.billingPeriod,
    quantity,
    cancelled,
    unitPrice: formatAmount(item.unitPrice, tree.currency),
    discountPercent: item.discountPercent.toFixed(),
    net: formatAmount(amounts.net, tree.currency),
    configuration: Object.entries(item.configuration).map(([name, value]) => ({ name, value })),
  }));
}
