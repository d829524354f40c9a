import "server-only";
import type { EventKind } from "@/lib/domain/events/event";
import type { FeedEvent } from "../events/read-feed";
import { type Ctx, systemCtx } from "../kernel/ctx";
import { tradeOrders } from "../orders/queries/trade-orders";
import { productOrderOf } from "./product-order";

/** Names the event of TMF622 that tells each of ours; a listener hears of no other. */
export const tmfEvents = {
  "order.created": "ProductOrderCreateEvent",
  "order.placed": "ProductOrderCreateEvent",
  "order.edited": "ProductOrderAttributeValueChangeEvent",
  "order.repriced": "ProductOrderAttributeValueChangeEvent",
  "order.approved": "ProductOrderStateChangeEvent",
  "order.status_changed": "ProductOrderStateChangeEvent",
  "order.scheduled": "ProductOrderStateChangeEvent",
  "order.execution_begun": "ProductOrderStateChangeEvent",
  "order.execution_refused": "ProductOrderStateChangeEvent",
  "order.schedule_failed": "ProductOrderStateChangeEvent",
  "order.executed": "ProductOrderStateChangeEvent",
  "order.cancelled": "ProductOrderStateChangeEvent",
  "order.reversed": "ProductOrderStateChangeEvent",
} as const satisfies Partial<Record<EventKind, string>>;

type Told = keyof typeof tmfEvents;

/** Lists the kinds of our events that a listener of TMF622 hears of. */
export const tmfKinds = Object.keys(tmfEvents) as Told[];

/** Tells an event as TM Forum's hub does, with the order as it is now. A sub-order is told as its primary. */
export async function tmfEventOf(ctx: Ctx, { id, type, at, order }: FeedEvent) {
  const [code] = order?.code.split("-") ?? [];
  const { orders } = code
    ? await tradeOrders(systemCtx(ctx.organizationId, ctx.now), { codes: [code] })
    : { orders: [] };
  return {
    eventId: id,
    eventTime: at,
    eventType: tmfEvents[type as Told] ?? "ProductOrderAttributeValueChangeEvent",
    event: orders[0] ? { productOrder: productOrderOf(orders[0]) } : {},
  };
}
