import { systemCombinations } from "../../order-status/system-statuses";
import { amount } from "../../values/money";
import type { OrderItem, OrderPart, OrderTree } from "./order";

/** These orders are for tests of the rules, and every value is believable unless given. */

export function anItem(input: Partial<OrderItem> = {}): OrderItem {
  return {
    id: "item",
    position: 1,
    primaryItemId: null,
    places: null,
    productId: "product",
    productCode: "product",
    description: "Product",
    productType: "subscription",
    itemType: "new",
    subscriptionId: null,
    subscriptionEnded: false,
    billingPeriod: "month",
    unitPrice: amount("10"),
    unitCost: amount("6"),
    discountPercent: amount(0),
    taxRate: amount(20),
    configuration: {},
    requiredConfiguration: [],
    valueKinds: {},
    nonAutomatic: false,
    provisioningDriver: "simulated",
    sold: true,
    trial: null,
    vendor: null,
    quantity: 1,
    deliveredQuantity: 0,
    executedQuantity: 0,
    cancelledQuantity: 0,
    reversedQuantity: 0,
    ...input,
  };
}

function aPart(input: Partial<OrderPart> = {}): OrderPart {
  return { id: "primary", code: "1042", status: systemCombinations.submitted, items: [anItem()], ...input };
}

export function aTree(primary: Partial<OrderPart> = {}, subOrders: readonly OrderPart[] = []): OrderTree {
  return { currency: "EUR", primary: aPart(primary), subOrders, schedule: null };
}

/** The account pays for itself and is active. */
export const parties = () => ({ billingTo: unlimited, inactive: [], reseller: null });

export const unlimited = {
  id: "account",
  name: "Account",
  credit: { limit: null, outstanding: amount(0) },
};
