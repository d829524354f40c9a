import "server-only";
import { shownLines } from "@/lib/domain/order/amounts/shown-lines";
import type { ItemType, OrderTree } from "@/lib/domain/order/tree/order";
import type { BillingPeriod } from "@/lib/domain/product";
import { formatAmount } from "@/lib/domain/values/money";

/** An item as its customer sees it, in the basket's checkout too; amounts without tax. */
export type OrderedLine = {
  id: string;
  description: string;
  itemType: ItemType;
  billingPeriod: BillingPeriod;
  quantity: number;
  /** Units that were canceled while others were kept. */
  cancelled?: number;
  /** Of the price list; the net is after the discount. */
  unitPrice: string;
  discountPercent: string;
  net: string;
  configuration: { name: string; value: string }[];
};

export type OwnOrderLine = OrderedLine & { cancelled: number };

/** The lines of a primary order; they add up to its net total. */
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
