import "server-only";
import type { z } from "zod";
import type { OrderItem } from "@/lib/domain/order/tree/order";
import { lineTooLarge } from "@/lib/domain/order/tree/size";
import type { FieldRefusal } from "@/lib/domain/refusing/field-refusal";
import { trialProblem } from "@/lib/domain/trial";
import { amount } from "@/lib/domain/values/money";
import { wrongValues } from "@/lib/domain/values/value-kind";
import type { EditedItem } from "@/lib/schemas/orders";
import { ValueKinds } from "@/lib/schemas/products";
import type { Ctx } from "../../kernel/ctx";
import type { Tx } from "../../kernel/db";

type ItemInput = z.output<typeof EditedItem>;

type NewItem = { input: ItemInput; index: number; position: number };
type Resolved = { items: Omit<OrderItem, "id">[]; problems: FieldRefusal[] };

/**
 * Returns new items without ids, at the product's current prices, costs and tax rates, from the products and subscriptions
 * they name. If something is wrong, it returns that beside the field.
 */
export async function resolveItems(
  tx: Tx,
  ctx: Ctx,
  accountId: string,
  items: readonly NewItem[],
): Promise<Resolved> {
  const inputs = items.map(({ input }) => input);
  return resolveWith(await loadNamed(tx, ctx, [{ accountId, items: inputs }]), accountId, items);
}

type Named = Awaited<ReturnType<typeof loadNamed>>;

/** Loads the products and subscriptions that the items of these orders name. */
export async function loadNamed(
  tx: Tx,
  ctx: Ctx,
  orders: readonly { accountId: string; items: readonly ItemInput[] }[],
) {
  const ids = new Set(orders.flatMap(({ items }) => items.map(({ productId }) => productId)));
  const products = await tx.product.findMany({
    where: { organizationId: ctx.organizationId, id: { in: [...ids] } },
    include: { vendor: { select: { id: true, name: true, preCheck: true } } },
  });
  const named = orders.flatMap(({ items }) => items.flatMap(({ subscriptionId }) => subscriptionId ?? []));
  const accounts = orders.map(({ accountId }) => accountId);
  return {
    products: new Map(products.map((product) => [product.id, product])),
    subscriptions: await loadSubscriptions(tx, ctx, accounts, named),
  };
}

/** Does what `resolveItems` does with what is loaded already. An order of the past can have products that are not sold any more. */
export function resolveWith(
  { products, subscriptions }: Named,
  accountId: string,
  items: readonly NewItem[],
  { past = false } = {},
): Resolved {
  const problems: FieldRefusal[] = [];
  const resolved = items.flatMap(({ input, index, position }) => {
    const product = products.get(input.productId);
    if (!product || !(product.active || past)) {
      problems.push({ reason: "not_sold", path: `items.${index}.productId` });
      return [];
    }
    const item = {
      position,
      primaryItemId: null,
      places: null,
      productId: product.id,
      productCode: product.code,
      description: product.name,
      productType: product.type,
      itemType: input.itemType,
      subscriptionId: input.subscriptionId ?? null,
      subscriptionEnded: false,
      billingPeriod: product.billingPeriod,
      unitPrice: amount(input.unitPrice ?? product.price),
      unitCost: amount(product.cost),
      discountPercent: amount(input.discountPercent),
      taxRate: amount(product.taxRate),
      configuration: input.configuration,
      requiredConfiguration: product.requiredConfiguration,
      valueKinds: ValueKinds.parse(product.valueKinds),
      nonAutomatic: product.nonAutomatic,
      provisioningDriver: product.provisioningDriver,
      sold: product.active,
      trial: trialOffer(product),
      vendor: product.vendor,
      quantity: input.quantity,
      deliveredQuantity: 0,
      executedQuantity: 0,
      cancelledQuantity: 0,
      reversedQuantity: 0,
    };
    return { item, index };
  });
  problems.push(...itemProblems(subscriptions, accountId, resolved));
  return { items: resolved.map(({ item }) => item), problems };
}

type CheckedItem = { item: Omit<OrderItem, "id">; index: number; was?: OrderItem };
type Subscriptions = Awaited<ReturnType<typeof loadSubscriptions>>;

function loadSubscriptions(tx: Tx, ctx: Ctx, accountIds: readonly string[], ids: readonly string[]) {
  return tx.subscription.findMany({
    where: {
      organizationId: ctx.organizationId,
      accountId: { in: [...new Set(accountIds)] },
      state: "active",
      id: { in: [...ids] },
    },
    select: { id: true, productId: true, accountId: true },
  });
}

/** Returns what is wrong with items as they would be written, beside the field each came from. */
export async function checkItems(
  tx: Tx,
  ctx: Ctx,
  accountId: string,
  items: readonly CheckedItem[],
): Promise<FieldRefusal[]> {
  const named = items.flatMap(({ item }) => item.subscriptionId ?? []);
  return itemProblems(await loadSubscriptions(tx, ctx, [accountId], named), accountId, items);
}

function itemProblems(
  subscriptions: Subscriptions,
  accountId: string,
  items: readonly CheckedItem[],
): FieldRefusal[] {
  return items.flatMap(({ item, index, was }) => {
    const problems: FieldRefusal[] = [];
    const at = (field: string) => ({ path: `items.${index}.${field}` });
    if (item.itemType === "trial" && item.productType !== "subscription") {
      problems.push({ reason: "only_subscriptions_are_tried", ...at("itemType") });
    } else if (item.itemType === "trial" && !(was?.itemType === "trial" && item.quantity <= was.quantity)) {
      const problem = trialProblem(item.trial, item.quantity);
      if (problem) problems.push({ ...problem, ...at(item.trial ? "quantity" : "itemType") });
    }
    const changesOwn = subscriptions.some(
      (one) =>
        one.id === item.subscriptionId && one.productId === item.productId && one.accountId === accountId,
    );
    if (item.itemType === "quantity_change" && !changesOwn) {
      problems.push({ reason: "no_such_subscription", ...at("subscriptionId") });
    }
    for (const { name, kind } of wrongValues(item.valueKinds, item.configuration, was?.configuration)) {
      problems.push({ reason: "value_not_of_its_kind", kind, ...at(`configuration.${name}`) });
    }
    return problems;
  });
}

/** Returns what is wrong with all the items of an order together, beside the quantity of the largest line. */
export function checkSize(items: readonly { item: Omit<OrderItem, "id">; index: number }[]): FieldRefusal[] {
  const at = items[lineTooLarge(items.map(({ item }) => item)) ?? -1];
  return at ? [{ reason: "order_too_large", path: `items.${at.index}.quantity` }] : [];
}

/** Returns the trial that a product's row offers. */
export function trialOffer(product: { trialDays: number | null; trialMaxQuantity: number | null }) {
  const { trialDays: days, trialMaxQuantity: maxQuantity } = product;
  return days === null || maxQuantity === null ? null : { days, maxQuantity };
}

/** Returns an item as its row is written. Only the database writes the delivered quantity. */
export function itemRow(ctx: Ctx, orderId: string, item: OrderItem) {
  return {
    organizationId: ctx.organizationId,
    id: item.id,
    orderId,
    position: item.position,
    primaryItemId: item.primaryItemId,
    places: item.places && `{${item.places.ranges.map(([from, to]) => `[${from},${to})`).join()}}`,
    productId: item.productId,
    description: item.description,
    itemType: item.itemType,
    subscriptionId: item.subscriptionId,
    billingPeriod: item.billingPeriod,
    quantity: item.quantity,
    executedQuantity: item.executedQuantity,
    cancelledQuantity: item.cancelledQuantity,
    unitPrice: item.unitPrice.toFixed(),
    unitCost: item.unitCost.toFixed(),
    discountPercent: item.discountPercent.toFixed(),
    taxRate: item.taxRate.toFixed(),
    configuration: item.configuration,
  };
}

/** Returns an item as the history shows it, with what a person would compare. */
export function itemSummary(item: OrderItem) {
  return {
    product: item.description,
    quantity: item.quantity,
    unitPrice: item.unitPrice.toFixed(),
    discountPercent: item.discountPercent.toFixed(),
    ...(Object.keys(item.configuration).length > 0 ? { configuration: item.configuration } : {}),
  };
}
