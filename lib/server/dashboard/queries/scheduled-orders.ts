import "server-only";
import type { NotDone } from "@/lib/domain/order/holds/not-done";
import { reasonOf } from "@/lib/domain/order/holds/reason";
import { isoDay } from "@/lib/domain/values/day";
import { formatAmount } from "@/lib/domain/values/money";
import { read } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { nothing, query } from "../../kernel/definition/query";
import { forecastOf, type OrderForecast } from "../../orders/tree/forecast";

export type ScheduledOrder = {
  id: string;
  code: string;
  account: string;
  total: string;
  currency: string;
  /** Holds a calendar day in the customer's time zone. */
  day: string;
  attempts: number;
  /** Holds an RFC 3339 time in UTC. Is null if the scheduler has given up and a person must act. */
  nextAttemptAt: string | null;
  executing: boolean;
  /** Says why the last try did not execute the order. */
  failure: string | null;
  /** Lists the gates that would hold the order on its day if nothing changes. */
  forecast: OrderForecast["gates"];
};

/** Limits how many of the next orders are checked for what would fail. */
const ahead = 100;

/** Limits the list to what the dashboard shows. */
const shown = 5;

/**
 * Lists orders that wait for their execution date: first those that need a person, then those that would fail if nothing
 * changes, then the next ones. See docs/domain.md, section 5, "Forecast".
 */
export const scheduledOrders = query({
  name: "dashboard.scheduled-orders",
  caller: staff("dashboard:read"),
  input: nothing,
  async run({ ctx }): Promise<ScheduledOrder[]> {
    const rows = await read(ctx).orderSchedule.findMany({
      where: { order: { statusType: { in: ["scheduled", "executing"] } } },
      orderBy: [{ nextAttemptAt: { sort: "asc", nulls: "first" } }, { order: { number: "asc" } }],
      take: ahead,
      select: {
        day: true,
        attempts: true,
        nextAttemptAt: true,
        failure: true,
        order: {
          select: {
            id: true,
            code: true,
            finalPrice: true,
            currency: true,
            statusType: true,
            account: { select: { name: true } },
          },
        },
      },
    });
    const forecasts = await forecastOf(
      ctx,
      rows.map(({ order }) => order.id),
    );
    const orders = rows.map(({ order, day, attempts, nextAttemptAt, failure }) => ({
      id: order.id,
      code: order.code,
      account: order.account.name,
      total: formatAmount(order.finalPrice, order.currency),
      currency: order.currency,
      day: isoDay(day),
      attempts,
      nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
      executing: order.statusType === "executing",
      failure: failure ? reasonOf(failure as NotDone, ctx.locale) : null,
      forecast: forecasts.get(order.id)?.gates ?? [],
    }));
    return orders.sort((one, other) => urgency(one) - urgency(other)).slice(0, shown);
  },
});

function urgency({ nextAttemptAt, executing, forecast }: ScheduledOrder): number {
  if (nextAttemptAt === null && !executing) return 0;
  return forecast.length > 0 ? 1 : 2;
}
