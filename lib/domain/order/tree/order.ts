import type { Combination } from "../../order-status/combination";
import type { BillingPeriod, ProductType } from "../../product";
import type { ProvisioningDriver } from "../../provisioning";
import type { TrialOffer } from "../../trial";
import type { Amount } from "../../values/money";
import type { ValueKinds } from "../../values/value-kind";
import { keptPlaces, type Places, placesWithout, wholeLine } from "./places";

/** An order holds what its rules need to know: docs/domain.md, section 2. */

export type ItemType = "new" | "trial" | "quantity_change";

export type OrderItem = {
  id: string;
  position: number;
  /** Names the primary's item that an item of a sub-order delivers. */
  primaryItemId: string | null;
  /** Holds where in the primary's line the units of a sub-order's item are. */
  places: Places | null;
  productId: string;
  productCode: string;
  description: string;
  productType: ProductType;
  itemType: ItemType;
  /** Names the subscription that a quantity change adds units to. */
  subscriptionId: string | null;
  /** Says that this subscription was canceled since. */
  subscriptionEnded: boolean;
  billingPeriod: BillingPeriod;
  unitPrice: Amount;
  unitCost: Amount;
  discountPercent: Amount;
  taxRate: Amount;
  configuration: Readonly<Record<string, string>>;
  requiredConfiguration: readonly string[];
  /** Holds the kinds that the product asks of the values now, by name. */
  valueKinds: ValueKinds;
  /** Says that only a BSS user may execute it. */
  nonAutomatic: boolean;
  provisioningDriver: ProvisioningDriver;
  /** Names the vendor that the http driver asks. */
  vendor: { id: string; name: string; preCheck: boolean } | null;
  /** Says that the product is still on the price list. */
  sold: boolean;
  /** Holds the trial that its product offers. */
  trial: TrialOffer | null;

  quantity: number;
  /** Counts units in sub-orders that are not canceled, whether executed or not. */
  deliveredQuantity: number;
  /** Counts units that were executed through this very order. */
  executedQuantity: number;
  cancelledQuantity: number;
  /** Counts the executed units that were taken back, which are none or all. */
  reversedQuantity: number;
};

/** Holds a primary order or a sub-order by itself. */
export type OrderPart = {
  id: string;
  code: string;
  status: Combination;
  items: readonly OrderItem[];
};

/** Holds a primary order with all its sub-orders, which every rule decides on. */
export type OrderTree = {
  currency: string;
  primary: OrderPart;
  subOrders: readonly OrderPart[];
  /** Holds the schedule of a basket that is to be executed on a date, or of an order that waits for it. */
  schedule: Schedule | null;
};

/** Says when a primary order is to be executed, and how the scheduler got on: docs/domain.md, section 5. */
export type Schedule = {
  /** Holds a calendar day of the time zone. */
  day: string;
  timeZone: string;
  /** Counts the tries so far, including one that is under way. */
  attempts: number;
  /**
   * Says when the scheduler tries next, or when the running try is over (RFC 3339). It is null in a basket and after
   * the last try.
   */
  nextAttemptAt: string | null;
  /** Says why the last try did not execute it. It is a `NotDone`, which knows of holds, and trees do not. */
  failure: KeptReason | null;
};

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
export type KeptReason = { readonly reason: string; readonly [name: string]: Json };

/** Returns how many units can still be delivered, executed or canceled through this order itself. */
export function remainingQuantity(item: OrderItem): number {
  return item.quantity - item.deliveredQuantity - item.executedQuantity - item.cancelledQuantity;
}

/**
 * Returns the places of an item's own units: those that a sub-order's item was delivered, or those of a primary's item
 * that are in no sub-order. A canceled sub-order has returned its places.
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

/** Returns the names of values that must be filled in before the item is executed, and are missing. */
export function missingConfiguration(
  item: Pick<OrderItem, "requiredConfiguration" | "configuration">,
): string[] {
  return item.requiredConfiguration.filter((name) => !item.configuration[name]?.trim());
}

/** Returns the part of the tree with this code, and whether it is the primary. */
export function partByCode(
  tree: OrderTree,
  code: string,
): { part: OrderPart; isPrimary: boolean } | undefined {
  if (tree.primary.code === code) return { part: tree.primary, isPrimary: true };
  const part = tree.subOrders.find((subOrder) => subOrder.code === code);
  return part && { part, isPrimary: false };
}
