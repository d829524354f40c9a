import type { Amount } from "../money";
import type { Combination } from "../order-status/combination";

/** An order with what its rules need to know: docs/domain.md, section 2. */

export type ProductType = "subscription" | "asset" | "one_off";
export type BillingPeriod = "month" | "year" | "once";
export type ItemType = "new" | "trial" | "quantity_change";

export type OrderItem = {
  id: string;
  position: number;
  /** In a sub-order: the primary's item that it delivers. */
  primaryItemId: string | null;
  productId: string;
  description: string;
  productType: ProductType;
  itemType: ItemType;
  /** The subscription that a quantity change adds units to. */
  subscriptionId: string | null;
  billingPeriod: BillingPeriod;
  unitPrice: Amount;
  unitCost: Amount;
  discountPercent: Amount;
  taxRate: Amount;
  configuration: Readonly<Record<string, string>>;
  requiredConfiguration: readonly string[];
  /** Only a BSS user may execute it. */
  nonAutomatic: boolean;
  provisioningDriver: "manual" | "simulated";

  quantity: number;
  /** Units in sub-orders that are not cancelled, executed or not. */
  deliveredQuantity: number;
  /** Units executed through this very order. */
  executedQuantity: number;
  cancelledQuantity: number;
};

/** A primary order or a sub-order by itself. */
export type OrderPart = {
  id: string;
  code: string;
  status: Combination;
  items: readonly OrderItem[];
};

/** A primary order with all its sub-orders: what every rule decides on. */
export type OrderTree = {
  currency: string;
  primary: OrderPart;
  subOrders: readonly OrderPart[];
};

/** Units that can still be delivered, executed or cancelled through this order itself. */
export function remainingQuantity(item: OrderItem): number {
  return item.quantity - item.deliveredQuantity - item.executedQuantity - item.cancelledQuantity;
}

export function remainingItems(part: OrderPart): OrderItem[] {
  return part.items.filter((item) => remainingQuantity(item) > 0);
}

/** The part of the tree with this code, and whether it is the primary. */
export function partByCode(
  tree: OrderTree,
  code: string,
): { part: OrderPart; isPrimary: boolean } | undefined {
  if (tree.primary.code === code) return { part: tree.primary, isPrimary: true };
  const part = tree.subOrders.find((subOrder) => subOrder.code === code);
  return part && { part, isPrimary: false };
}
