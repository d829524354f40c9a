import "server-only";
import { formatAmount } from "@/lib/domain/money";
import type { ItemType, OrderItem } from "@/lib/domain/order/order";
import { lineAmounts } from "@/lib/domain/order/totals";
import type { BillingPeriod } from "@/lib/domain/product";

/** An item as its customer sees it; amounts without tax. */
export type OwnOrderLine = {
  id: string;
  description: string;
  itemType: ItemType;
  billingPeriod: BillingPeriod;
  quantity: number;
  unitPrice: string;
  net: string;
  configuration: { name: string; value: string }[];
};

export function ownOrderLines(items: readonly OrderItem[], currency: string): OwnOrderLine[] {
  return items.map((item) => ({
    id: item.id,
    description: item.description,
    itemType: item.itemType,
    billingPeriod: item.billingPeriod,
    quantity: item.quantity,
    unitPrice: formatAmount(item.unitPrice, currency),
    net: formatAmount(lineAmounts(item, item.quantity, currency).net, currency),
    configuration: Object.entries(item.configuration).map(([name, value]) => ({ name, value })),
  }));
}
