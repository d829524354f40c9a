import "server-only";
import { z } from "zod";
import { requireEditable } from "@/lib/domain/order/holds/open";
import { describeRefusal } from "@/lib/domain/order/holds/refusal-told";
import type { ItemType } from "@/lib/domain/order/tree/order";
import type { Places } from "@/lib/domain/order/tree/places";
import type { Combination } from "@/lib/domain/order-status/combination";
import { formatAmount } from "@/lib/domain/values/money";
import { OrderCode } from "@/lib/schemas/orders";
import { read } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { NotFound } from "../../kernel/errors";
import { loadOrder } from "../tree/load";
import { allowedActions } from "./get-order";
import {
  type AccountOption,
  accountColumns,
  accountOption,
  type ProductOption,
  productColumns,
  productOption,
  subscriptionLabel,
} from "./options";

export type OrderFormItem = {
  id: string;
  product: ProductOption;
  quantity: number;
  /** Holds where a sub-order's units are within the primary's line. */
  places: Places | null;
  unitPrice: string;
  discountPercent: string;
  itemType: ItemType;
  subscription: { id: string; label: string } | null;
  configuration: Record<string, string>;
};

export type OrderFormSource = {
  code: string;
  version: number;
  name: string;
  note: string;
  account: AccountOption;
  billingTo: { id: string; name: string };
  status: Combination & { id: string; description: string; color: string };
  /** Tells in which ways this person may end the order. */
  may: { execute: boolean; cancel: boolean };
  items: OrderFormItem[];
  /** Holds the reason why the order cannot be edited at all. */
  refusal: string | null;
  /** Holds the reason why its products are locked while configuration values can still change. */
  productsLocked: string | null;
};

/** Returns an order as its form starts, to edit it or to copy it into a new order. @throws NotFound */
export const getOrderForm = query({
  name: "order-form.get",
  caller: staff("order:read"),
  input: z.unknown(),
  async run({ ctx }, rawCode): Promise<OrderFormSource> {
    const code = OrderCode.safeParse(rawCode);
    if (!code.success) throw new NotFound("order", String(rawCode));

    const loaded = await loadOrder(read(ctx), ctx, code.data);
    const { part, row, rows, isPrimary, primaryRow } = loaded;
    const key = (id: string) => ({ organizationId_id: { organizationId: ctx.organizationId, id } });
    const [account, status, products, subscriptions] = await Promise.all([
      read(ctx).account.findUniqueOrThrow({ where: key(row.accountId), select: accountColumns }),
      read(ctx).orderStatus.findUniqueOrThrow({
        where: key(row.statusId),
        select: { id: true, description: true, color: true, type: true, storefrontType: true },
      }),
      read(ctx).product.findMany({
        where: { id: { in: part.items.map(({ productId }) => productId) } },
        select: productColumns,
      }),
      read(ctx).subscription.findMany({
        where: { id: { in: part.items.flatMap(({ subscriptionId }) => subscriptionId ?? []) } },
        select: { id: true, description: true, quantity: true },
      }),
    ]);
    const open = requireEditable(part);
    const started = part.items.some((item) => item.deliveredQuantity + item.executedQuantity > 0);
    return {
      code: part.code,
      version: row.version,
      name: row.name,
      note: row.note,
      account: accountOption(account),
      billingTo: row.billingTo,
      status,
      may: allowedActions(ctx, loaded),
      refusal: open.ok ? null : describeRefusal(open.refusal, ctx.locale),
      productsLocked: !isPrimary
        ? `This is a sub-order of ${primaryRow.code}: its products and quantities stay as they were delivered. Configuration values can still be filled in.`
        : started || rows.size > 1
          ? "Delivery has begun, so products, quantities and prices stay. Configuration values can still be filled in."
          : null,
      items: part.items.flatMap((item) => {
        const product = products.find(({ id }) => id === item.productId);
        const changed = subscriptions.find(({ id }) => id === item.subscriptionId);
        if (!product) return [];
        return {
          id: item.id,
          product: {
            ...productOption(product, row.currency),
            name: item.description,
            cost: formatAmount(item.unitCost, row.currency),
            taxRate: item.taxRate.toFixed(),
            billingPeriod: item.billingPeriod,
          },
          quantity: item.quantity,
          places: item.places,
          unitPrice: formatAmount(item.unitPrice, row.currency),
          discountPercent: item.discountPercent.toFixed(),
          itemType: item.itemType,
          subscription: changed ? { id: changed.id, label: subscriptionLabel(changed) } : null,
          configuration: { ...item.configuration },
        };
      }),
    };
  },
});
