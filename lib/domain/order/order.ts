import type { Amount } from "../money";
import type { Combination } from "../order-status/combination";
import type { BillingPeriod, ProductType } from "../product";
import type { ProvisioningDriver } from "../provisioning";
import type { TrialOffer } from "../trial";
import type { ValueKinds } from "../value-kind";
import { keptPlaces, type Places, placesWithout, wholeLine } from "./places";

/** An order with what its rules need to know: docs/domain.md, section 2. */

export type ItemType = "new" | "trial" | "quantity_change";

export type OrderItem = {
  id: string;
  position: number;
  /** In a sub-order: the primary's item that it delivers. */
  primaryItemId: string | null;
  /** In a sub-order: where in the primary's line its units are. */
  places: Places | null;
  productId: string;
  productCode: string;
  description: string;
  productType: ProductType;
  itemType: ItemType;
  /** The subscription that a quantity change adds units to. */
  subscriptionId: string | null;
  /** That subscription was cancelled since. */
  subscriptionEnded: boolean;
  billingPeriod: BillingPeriod;
  unitPrice: Amount;
  unitCost: Amount;
  discountPercent: Amount;
  taxRate: Amount;
  configuration: Readonly<Record<string, string>>;
  requiredConfiguration: readonly string[];
  /** Of the values, by name: what its product asks for now. */
  valueKinds: ValueKinds;
  /** Only a BSS user may execute it. */
  nonAutomatic: boolean;
  provisioningDriver: ProvisioningDriver;
  /** Who the http driver asks. */
  vendor: { id: string; name: string; preCheck: boolean } | null;
  /** The product is still on the price list. */
  sold: boolean;
  /** What its product offers to be tried. */
  trial: TrialOffer | null;

  quantity: number;
  /** Units in sub-orders that are not cancelled, executed or not. */
  deliveredQuantity: number;
  /** Units executed through this very order. */
  executedQuantity: number;
  cancelledQuantity: number;
  /** Of the executed units, those taken back: none or all. */
  reversedQuantity: number;
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
  /** Of a basket that is to be executed on a date, and of an order that waits for it. */
  schedule: Schedule | null;
};

/** When a primary order is to be executed, and how the scheduler got on: docs/domain.md, section 5. */
export type Schedule = {
  /** A calendar day of the time zone. */
  day: string;
  timeZone: string;
  /** Tries so far, one that is under way included. */
  attempts: number;
  /** When the scheduler tries next, or the running try is over (RFC 3339); empty in a basket and after the last try. */
  nextAttemptAt: string | null;
  /** Why the last try did not execute it. */
  failure: string | null;
};

/** Units that can still be delivered, executed or cancelled through this order itself. */
export function remainingQuantity(item: OrderItem): number {
  return item.quantity - item.deliveredQuantity - item.executedQuantity - item.cancelledQuantity;
}

/**
 * Returns the places that an item's own units have: of a sub-order's item those that it was delivered, of a primary's
 * item those that are in no sub-order. A canceled sub-order has returned its places.
 */
export function placesOf(tree: OrderTree, item: OrderItem): Places {
  if (item.places) return item.places;
  const delivered = tree.subOrders
    .flatMap(({ items }) => items.filter(({ primaryItemId }) => primaryItemId === item.id))
    .flatMap((delivery) => keptPlaces(delivery, delivery.places ?? wholeLine(0)).ranges);
  return placesWithout(wholeLine(item.quantity), delivered);
}

export function remainingItems(part: OrderPart): OrderItem[] {
  return part.items.filter((item) => remainingQuantity(item) > 0);
}

/** Names of values that must be filled in before it is executed, and are not yet. */
export function missingConfiguration(
  item: Pick<OrderItem, "requiredConfiguration" | "configuration">,
): string[] {
  return item.requiredConfiguration.filter((name) => !item.configuration[name]?.trim());
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
