import type pg from "pg";
import { orderCounts } from "../../lib/server/dashboard/queries/order-counts";
import { ordersPerDay } from "../../lib/server/dashboard/queries/orders-per-day";
import { unexecutedOrders } from "../../lib/server/dashboard/queries/unexecuted-orders";
import type { Ctx } from "../../lib/server/kernel/ctx";
import { cursorOf } from "../../lib/server/kernel/keyset";
import { listOrders } from "../../lib/server/orders/queries/list-orders";
import { medians, replayOf } from "./measure";
import { against, type Line } from "./report";

type Times = Map<string, Map<number, number>>;

/** Measures every query at this many orders, each against its own statements prepared on one connection. */
export async function benchReads(client: pg.Client, ctx: Ctx, orders: number, times: Times): Promise<Line[]> {
  const status = await statusInUse(client, ctx);
  const account = await one(
    client,
    "SELECT id FROM accounts WHERE organization_id = $1 AND code = 'BULK-17'",
    ctx,
  );
  const pages: [string, string | undefined][] = [["first page", undefined]];
  if (orders >= 100_000) pages.push(["1,000th page", await thousandthPage(client, ctx)]);

  const queries: [name: string, run: () => Promise<unknown>, target?: number][] = [
    ["Unexecuted Orders, first page of 20", () => unexecutedOrders(ctx, { limit: 20 }), 1.5],
    ...(["credit", "configuration", "nothing"] as const).map((held): [string, () => Promise<unknown>] => [
      `Unexecuted Orders, by what holds them: ${held}`,
      () => unexecutedOrders(ctx, { limit: 20, held }),
    ]),
    ["Order counts, all statuses", () => orderCounts(ctx)],
    ["Orders per day, 30 days", () => ordersPerDay(ctx)],
    ...pages.flatMap(([page, cursor]) =>
      Object.entries({
        "no filter": {},
        status: { status },
        account: { account },
        source: { source: "storefront" },
      }).map(([filter, input]): [string, () => Promise<unknown>] => [
        `Order list, ${filter}, ${page}`,
        () => listOrders(ctx, { ...input, cursor }),
      ]),
    ),
  ];

  await limitCredit(client, ctx, 0);
  const lines: Line[] = [];
  for (const [name, run, target] of queries) {
    const limit = await replayOf(client, `${name} ${orders}`, run);
    const [ours = 0, least = 1] = await medians([run, limit]);
    lines.push(against(name, orders, [ours, least], target));
    times.set(name, (times.get(name) ?? new Map()).set(orders, ours));
  }
  await limitCredit(client, ctx, null);
  return lines;
}

/** Limits the credit of one account that orders wait for, so that credit holds about a tenth of what waits. */
async function limitCredit(client: pg.Client, ctx: Ctx, limit: number | null): Promise<void> {
  await client.query(
    `UPDATE accounts SET credit_limit = $2 WHERE organization_id = $1 AND id = (
       SELECT billing_to_id FROM orders WHERE organization_id = $1 AND parent_id IS NULL
         AND status_type = 'in_progress' AND status_storefront_type = 'viewable' ORDER BY order_date LIMIT 1)`,
    [ctx.organizationId, limit],
  );
}

async function one(client: pg.Client, text: string, ctx: Ctx): Promise<string> {
  const { rows } = await client.query(text, [ctx.organizationId]);
  return rows[0].id;
}

function statusInUse(client: pg.Client, ctx: Ctx): Promise<string> {
  return one(
    client,
    "SELECT id FROM order_statuses WHERE organization_id = $1 AND description = 'Executed'",
    ctx,
  );
}

async function thousandthPage(client: pg.Client, ctx: Ctx): Promise<string> {
  const { rows } = await client.query(
    `SELECT id, order_date FROM orders WHERE organization_id = $1 AND parent_id IS NULL
     ORDER BY order_date DESC, id DESC OFFSET 49949 LIMIT 1`,
    [ctx.organizationId],
  );
  return cursorOf("after", { key: rows[0].order_date.toISOString(), id: rows[0].id });
}
