import "server-only";
import { z } from "zod";
import { describeGate } from "@/lib/domain/order/holds/gate-words";
import type { Ctx } from "../../../kernel/ctx";
import type { OrderDetail, OrderItemDetail, TreePart } from "../../../orders/queries/get-order";
import type { OrderRow } from "../../../orders/queries/list-orders";
import { Money, money, moneyOrNull } from "../money";
import { AccountReference, BillingPeriodName, ExternalId, IsoDay, Time } from "./fields";
import { StatusReference } from "./order-status";

export const OrderSummary = z
  .object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    account: AccountReference,
    source: z.enum(["bss", "storefront"]),
    orderDate: Time,
    status: StatusReference,
    executedItems: z.number().int(),
    items: z.number().int(),
    executionDay: IsoDay.nullable().describe("We execute a scheduled order on this day."),
    net: Money,
    tax: Money,
    total: Money,
    updatedAt: Time,
  })
  .meta({ id: "OrderSummary" });

export function tellOrderRow(row: OrderRow): z.input<typeof OrderSummary> {
  const { type, storefrontType, currency } = row;
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    account: row.account,
    source: row.source,
    orderDate: row.orderDate,
    status: { ...row.status, type, storefrontType },
    executedItems: row.executedItems,
    items: row.items,
    executionDay: row.executionDay,
    net: money(row.net, currency),
    tax: money(row.tax, currency),
    total: money(row.total, currency),
    updatedAt: row.updatedAt,
  };
}

const OrderItem = z
  .object({
    id: z.uuid(),
    productId: z.uuid(),
    description: z.string(),
    itemType: z.enum(["new", "trial", "quantity_change"]),
    billingPeriod: BillingPeriodName,
    quantity: z.number().int(),
    unitPrice: Money,
    discountPercent: z.string(),
    taxRate: z.string(),
    total: Money.describe("This includes tax and leaves out canceled units."),
    configuration: z.record(z.string(), z.string()),
    missingConfiguration: z.array(z.string()),
    nonAutomatic: z.boolean(),
    remaining: z.number().int().describe("You can still deliver this many units."),
    delivering: z.array(z.object({ code: z.string(), quantity: z.number().int() })),
    executed: z.number().int(),
    cancelled: z.number().int(),
    reversed: z.number().int(),
  })
  .meta({ id: "OrderItem" });

const SubOrder = z
  .object({
    id: z.uuid(),
    code: z.string(),
    status: StatusReference,
    orderDate: Time,
    executedItems: z.number().int(),
    items: z.number().int(),
    total: Money,
  })
  .meta({ id: "SubOrder" });

/** Says what holds an order. Its other fields differ from gate to gate. */
const Gate = z
  .looseObject({
    gate: z.string(),
    sentence: z.string().describe("This says what is needed and what is there."),
    wayOut: z.string().describe("This says who can clear the gate, and how."),
  })
  .meta({ id: "Gate" });

export const Order = z
  .object({
    id: z.uuid(),
    code: z.string(),
    version: z.number().int().describe("ETag and If-Match name this version."),
    primaryCode: z
      .string()
      .describe("This is the code of the primary order. A primary order has its own code here."),
    name: z.string(),
    note: z.string(),
    account: AccountReference,
    billingTo: AccountReference,
    source: z.enum(["bss", "storefront"]),
    externalId: ExternalId,
    movedIn: z
      .boolean()
      .describe("The order was executed or canceled in another system, which has its invoices and services."),
    orderDate: Time,
    updatedAt: Time,
    executedAt: Time.nullable(),
    cancelledAt: Time.nullable(),
    status: StatusReference,
    heldBy: z.array(Gate),
    executionDay: IsoDay.nullable(),
    net: Money,
    tax: Money,
    total: Money,
    discount: Money,
    monthlyRunRate: Money,
    credited: Money.nullable(),
    items: z.array(OrderItem),
    subOrders: z.array(SubOrder),
    may: z.object({
      execute: z.boolean(),
      edit: z.boolean(),
      cancel: z.boolean(),
      deliver: z.boolean(),
      reverse: z.boolean(),
    }),
  })
  .meta({ id: "Order" });

export function tellOrder(order: OrderDetail, { locale }: Ctx): z.input<typeof Order> {
  const { currency, totals, may } = order;
  const { id, code, name } = order.account;
  return {
    id: order.id,
    code: order.code,
    version: order.version,
    primaryCode: order.primaryCode,
    name: order.name,
    note: order.note,
    account: { id, code, name },
    billingTo: order.billingTo,
    source: order.source,
    externalId: order.externalId,
    movedIn: order.movedIn,
    orderDate: order.orderDate,
    updatedAt: order.updatedAt,
    executedAt: order.executedAt,
    cancelledAt: order.cancelledAt,
    status: order.status,
    heldBy: order.heldBy.map((gate) => {
      const { sentence, wayOut } = describeGate(gate, locale);
      return { ...gate, sentence, wayOut };
    }),
    executionDay: order.schedule?.day ?? null,
    net: money(totals.net, currency),
    tax: money(totals.tax, currency),
    total: money(totals.finalPrice, currency),
    discount: money(totals.discount, currency),
    monthlyRunRate: money(totals.monthlyRunRate, currency),
    credited: moneyOrNull(order.credited, currency),
    items: order.items.map((item) => tellItem(item, currency)),
    subOrders: order.tree.subOrders.map((part) => tellSubOrder(part, currency)),
    may: {
      execute: may.execute,
      edit: may.edit,
      cancel: may.cancel,
      deliver: may.deliver,
      reverse: may.reverse,
    },
  };
}

function tellItem(item: OrderItemDetail, currency: string): z.input<typeof OrderItem> {
  return {
    id: item.id,
    productId: item.productId,
    description: item.description,
    itemType: item.itemType,
    billingPeriod: item.billingPeriod,
    quantity: item.quantity,
    unitPrice: money(item.unitPrice, currency),
    discountPercent: item.discountPercent,
    taxRate: item.taxRate,
    total: money(item.total, currency),
    configuration: item.configuration,
    missingConfiguration: item.missingConfiguration,
    nonAutomatic: item.nonAutomatic,
    remaining: item.remaining,
    delivering: item.delivering,
    executed: item.executed,
    cancelled: item.cancelled,
    reversed: item.reversed,
  };
}

function tellSubOrder(part: TreePart, currency: string): z.input<typeof SubOrder> {
  const { id, code, status, orderDate, executedItems, items, total } = part;
  return { id, code, status, orderDate, executedItems, items, total: money(total, currency) };
}
