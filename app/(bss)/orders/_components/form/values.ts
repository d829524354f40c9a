import { newKey } from "@/components/form/new-key";
import { wholeNumber } from "@/components/inputs/whole-number";
import type { ItemType } from "@/lib/domain/order/tree/order";
import type { Places } from "@/lib/domain/order/tree/places";
import type { Sent } from "@/lib/schemas/fields";
import type { CreateOrderInput, EditOrderInput } from "@/lib/schemas/orders";
import type { OrderFormSource } from "@/lib/server/orders/queries/get-order-form";
import type { AccountOption, ProductOption } from "@/lib/server/orders/queries/options";

/** Holds what is typed into an order's form, as it is typed. */

export type FormItem = {
  /** Names the row while the form lives. */
  key: string;
  /** Is the id of the item in the order, if it was there before. */
  id?: string;
  product: ProductOption;
  quantity: string;
  /** Says, in a sub-order, where in the primary's line its units are. */
  places?: Places | null;
  unitPrice: string;
  discountPercent: string;
  itemType: ItemType;
  subscription: { id: string; name: string } | null;
  configuration: Record<string, string>;
};

export type OrderFormValues = {
  /** Names what is sent, also after a reload, so that a lost answer makes no second order and no second edit. */
  sentAs: string;
  account: AccountOption | null;
  billingTo: { id: string; name: string } | null;
  statusId: string;
  name: string;
  note: string;
  items: FormItem[];
};

/** Holds messages by field: "accountId", or the item's key and its field, "KEY.quantity". */
export type Problems = Readonly<Record<string, string>>;

export function newItem(product: ProductOption, quantity: string): FormItem {
  return {
    key: `new-${Math.random().toString(36).slice(2)}`,
    product,
    quantity,
    unitPrice: product.price,
    discountPercent: "0",
    itemType: "new",
    subscription: null,
    configuration: {},
  };
}

export function emptyValues(statusId: string, account: AccountOption | null): OrderFormValues {
  const billingTo = account?.billingTo ?? null;
  return { sentAs: newKey(), account, billingTo, statusId, name: "", note: "", items: [] };
}

/** Copies everything of an order except its code, name and date. */
export function copyValues(source: OrderFormSource, statusId: string): OrderFormValues {
  const { items, ...values } = valuesOf(source);
  return { ...values, statusId, name: "", items: items.map(({ id, places, ...item }) => item) };
}

export function valuesOf(source: OrderFormSource): OrderFormValues {
  return {
    sentAs: newKey(),
    account: source.account,
    billingTo: source.billingTo,
    statusId: source.status.id,
    name: source.name,
    note: source.note,
    items: source.items.map(({ subscription, quantity, ...item }) => ({
      ...item,
      key: item.id,
      quantity: String(quantity),
      subscription: subscription && { id: subscription.id, name: subscription.label },
    })),
  };
}

/** Prepares what the server takes. It corrects nothing, since the server answers beside the field. */
export function createInput(values: OrderFormValues): Sent<CreateOrderInput> {
  return {
    idempotencyKey: values.sentAs,
    accountId: values.account?.id ?? "",
    ...(values.billingTo && { billingToId: values.billingTo.id }),
    statusId: values.statusId,
    name: values.name,
    note: values.note,
    items: values.items.map(itemInput),
  };
}

export function editInput(code: string, version: number, values: OrderFormValues): Sent<EditOrderInput> {
  return {
    code,
    version,
    idempotencyKey: values.sentAs,
    ...(values.billingTo && { billingToId: values.billingTo.id }),
    statusId: values.statusId,
    name: values.name,
    note: values.note,
    items: values.items.map((item) => ({ ...(item.id && { id: item.id }), ...itemInput(item) })),
  };
}

function itemInput(item: FormItem): CreateOrderInput["items"][number] {
  return {
    productId: item.product.id,
    // Text that is no number goes as it is, so that the answer is about it.
    quantity: wholeNumber(item.quantity) ?? (item.quantity as unknown as number),
    ...(item.unitPrice.trim() && { unitPrice: item.unitPrice }),
    discountPercent: item.discountPercent.trim() || "0",
    itemType: item.itemType,
    ...(item.itemType === "quantity_change" && { subscriptionId: item.subscription?.id ?? "" }),
    configuration: item.configuration,
  };
}
