import "server-only";
import { z } from "zod";
import { orderSorts } from "@/lib/schemas/order-list";
import { Day } from "@/lib/schemas/orders";
import { heldFilters } from "@/lib/schemas/unexecuted";
import type { Ctx } from "../../../kernel/ctx";
import { cancelOrder } from "../../../orders/commands/cancel-order";
import { createOrder } from "../../../orders/commands/create-order";
import { deliverOrder } from "../../../orders/commands/deliver-order";
import { editOrder } from "../../../orders/commands/edit-order";
import { executeOrder } from "../../../orders/commands/execute-order";
import { reverseExecution } from "../../../orders/commands/reverse-execution";
import { setOrderStatus } from "../../../orders/commands/set-order-status";
import { countListedOrders } from "../../../orders/queries/count-listed-orders";
import { findOrders } from "../../../orders/queries/find-orders";
import { getOrder } from "../../../orders/queries/get-order";
import { getOrderForm } from "../../../orders/queries/get-order-form";

import { orderInvoices, orderSubscriptions } from "../../../orders/queries/made";
import { orderHistory } from "../../../orders/queries/order-history";
import { organizationCurrency } from "../../../organizations/currency";
import { does } from "../does";
import type { Asked, Endpoint } from "../endpoint";
import { lists } from "../lists";
import { money } from "../money";
import { reads } from "../reads";
import {
  OrderCanceled,
  OrderDelivered,
  OrderExecuted,
  OrderReversed,
  OrderSaved,
  OrderStatusSet,
  tellSaved,
} from "../resources/done";
import { Order, OrderSummary, tellOrder, tellOrderRow } from "../resources/order";
import {
  OrderHistory,
  OrderInvoices,
  OrderSubscriptions,
  tellOrderHistory,
  tellOrderInvoices,
  tellOrderSubscriptions,
} from "../resources/order-made";

const tag = "Orders";
const byCode = ({ path }: Asked) => path.code;

const filters = z.object({
  status: z
    .preprocess((value) => [value].flat(), z.array(z.uuid()).max(100))
    .optional()
    .describe("The list then holds only orders with this status. You can send several ids."),
  account: z.uuid().optional().describe("The list then holds only orders of the account with this id."),
  source: z.enum(["bss", "storefront"]).optional(),
  unexecuted: z.literal("true").optional().describe("The list then holds only unexecuted orders."),
  heldBy: z
    .enum(heldFilters)
    .optional()
    .describe(
      "The list then holds only unexecuted orders that this gate holds, or that nothing holds. We do not count them.",
    ),
  updatedSince: z.iso
    .datetime({ offset: true })
    .optional()
    .describe(
      "The list then holds only orders that changed at this time or later. Sort by `updated` to read on, and follow `/events` to miss nothing.",
    ),
  from: Day.optional().describe(
    "The list then begins with this order date, in the organization's time zone.",
  ),
  to: Day.optional().describe("The list then ends with this order date."),
  q: z
    .string()
    .max(100)
    .optional()
    .describe("We search codes, names, notes and products, as the list on screen does."),
  sort: z
    .enum(orderSorts)
    .default("-date")
    .describe("The list is sorted by this column. A minus before it sorts downwards."),
});

/** Returns the whole input of an edit: what the caller sent, and what stays as it is. */
async function editedOrder(ctx: Ctx, { path, body }: Asked): Promise<Record<string, unknown>> {
  const now = await getOrderForm(ctx, path.code);
  const items = now.items.map(({ product, subscription, ...item }) => ({
    id: item.id,
    productId: product.id,
    quantity: item.quantity,
    unitPrice: item.unitPrice,
    discountPercent: item.discountPercent,
    itemType: item.itemType,
    configuration: item.configuration,
    ...(subscription && { subscriptionId: subscription.id }),
  }));
  return { name: now.name, note: now.note, items, ...body, code: path.code };
}

export const orderEndpoints: readonly Endpoint[] = [
  lists("/orders", findOrders, {
    tag,
    summary: "Lists orders, newest first",
    parameters: filters,
    row: OrderSummary,
    tell: tellOrderRow,
    count: countListedOrders,
  }),
  does("POST", "/orders", createOrder, {
    tag,
    summary: "Creates an order",
    status: 201,
    answer: OrderSaved,
    tell: tellSaved,
    location: ({ code }) => `/orders/${code}`,
  }),
  reads("/orders/{code}", getOrder, {
    tag,
    summary: "Returns an order or sub-order, with what holds it",
    input: byCode,
    answer: Order,
    tell: tellOrder,
    version: ({ version }) => version,
  }),
  does("PATCH", "/orders/{code}", editOrder, {
    tag,
    summary: "Changes an open order; what the body leaves out stays",
    ifMatch: "needed",
    input: editedOrder,
    answer: OrderSaved,
    tell: tellSaved,
  }),
  does("POST", "/orders/{code}/execute", executeOrder, {
    tag,
    summary: "Executes an order: makes its invoice and subscriptions, and provisions",
    ifMatch: "taken",
    answer: OrderExecuted,
    tell: (executed) => executed,
  }),
  does("POST", "/orders/{code}/deliveries", deliverOrder, {
    tag,
    summary: "Creates a sub-order of some of the order's units",
    status: 201,
    ifMatch: "taken",
    answer: OrderDelivered,
    tell: (delivered) => delivered,
    location: ({ subOrderCode }) => `/orders/${subOrderCode}`,
  }),
  does("POST", "/orders/{code}/cancel", cancelOrder, {
    tag,
    summary: "Cancels an open order, or what is not executed of it",
    ifMatch: "taken",
    answer: OrderCanceled,
    tell: (canceled) => canceled,
  }),
  does("POST", "/orders/{code}/reverse", reverseExecution, {
    tag,
    summary: "Reverses an execution: credits its invoices and ends its subscriptions",
    answer: OrderReversed,
    tell: async ({ code, creditNotes, released }, ctx) => ({
      code,
      creditNotes: creditNotes.map(({ number }) => ({ number })),
      released: money(released, await organizationCurrency(ctx)),
    }),
  }),
  does("POST", "/orders/{code}/status", setOrderStatus, {
    tag,
    summary: "Gives an order a status that users may set, which executes or cancels it by its Type",
    ifMatch: "taken",
    answer: OrderStatusSet,
    tell: (set) => set,
  }),
  reads("/orders/{code}/history", orderHistory, {
    tag,
    summary: "Returns what happened to an order and its sub-orders, newest first",
    parameters: z.strictObject({
      cursor: z
        .string()
        .regex(/^\d{1,18}$/)
        .optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    input: ({ path, parameters }) => ({
      code: path.code,
      before: parameters.cursor,
      limit: parameters.limit,
    }),
    answer: OrderHistory,
    tell: tellOrderHistory,
  }),
  reads("/orders/{code}/invoices", orderInvoices, {
    tag,
    summary: "Lists the invoices of an order and its sub-orders",
    input: byCode,
    answer: OrderInvoices,
    tell: tellOrderInvoices,
  }),
  reads("/orders/{code}/subscriptions", orderSubscriptions, {
    tag,
    summary: "Lists the subscriptions and assets that an order created or changed",
    input: byCode,
    answer: OrderSubscriptions,
    tell: tellOrderSubscriptions,
  }),
];
