import "server-only";
import { z } from "zod";
import type { OrderInvoice, OrderSubscription } from "../../../orders/queries/made";
import type { OrderTimeline } from "../../../orders/queries/order-history";
import { Money, money } from "../money";
import { IsoDay, Time } from "./fields";

export const OrderInvoices = z
  .object({
    data: z.array(
      z.object({
        id: z.uuid(),
        number: z.string(),
        orderCode: z.string().describe("This order was executed when the invoice was created."),
        billedTo: z.string(),
        issueDate: IsoDay,
        dueDate: IsoDay,
        total: Money,
        outstanding: Money,
        creditNote: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "OrderInvoices" });

export function tellOrderInvoices(invoices: readonly OrderInvoice[]): z.input<typeof OrderInvoices> {
  return {
    data: invoices.map(({ currency, total, outstanding, ...invoice }) => ({
      ...invoice,
      total: money(total, currency),
      outstanding: money(outstanding, currency),
    })),
  };
}

export const OrderSubscriptions = z
  .object({
    data: z.array(
      z.object({
        id: z.uuid(),
        description: z.string(),
        type: z.enum(["subscription", "asset"]),
        trial: z.boolean(),
        quantity: z.number().int(),
        startDate: IsoDay,
        endDate: IsoDay.nullable(),
        provisioningState: z.enum(["pending", "in_progress", "provisioned", "failed"]),
        provisioningError: z.string().nullable(),
        changed: z
          .boolean()
          .describe("This is true if the order added units to a subscription of another order."),
      }),
    ),
  })
  .meta({ id: "OrderSubscriptions" });

export function tellOrderSubscriptions(
  subscriptions: readonly OrderSubscription[],
): z.input<typeof OrderSubscriptions> {
  return { data: [...subscriptions] };
}

export const OrderHistory = z
  .object({
    data: z.array(
      z.object({
        id: z.string(),
        type: z.string().describe("This names what happened, such as order.executed."),
        at: Time,
        actor: z.object({ type: z.enum(["user", "api_key", "scheduler", "system"]), name: z.string() }),
        code: z.string().describe("This is the order or sub-order that changed."),
        status: z.string(),
        comment: z.string().nullable(),
        before: z.record(z.string(), z.unknown()),
        after: z.record(z.string(), z.unknown()),
      }),
    ),
    nextCursor: z.string().nullable().describe("Send it as `cursor` to get older entries."),
  })
  .meta({ id: "OrderHistory" });

export function tellOrderHistory({ entries, earlier }: OrderTimeline): z.input<typeof OrderHistory> {
  return {
    data: entries.map(({ id, kind, at, actor, code, statusLabel, comment, ...entry }) => ({
      id,
      type: kind,
      at,
      actor,
      code,
      status: statusLabel,
      comment,
      before: { ...("before" in entry && entry.before) },
      after: { ...("after" in entry && entry.after) },
    })),
    nextCursor: earlier,
  };
}
