import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ctx } from "../../kernel/ctx";
import { Forbidden } from "../../kernel/errors";
import { foldOrderCounts } from "../../order-counts/fold";
import { makeOrganization, type TestOrganization } from "../../testing/factories/basics";
import { insertOrders } from "../../testing/factories/bulk-orders";
import { orderCounts } from "./order-counts";

let here: TestOrganization;
let there: TestOrganization;
let pool: pg.Pool;
beforeAll(async () => {
  pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 8 });
  [here, there] = [await makeOrganization(), await makeOrganization()];
  const client = await pool.connect();
  for (const { organizationId } of [here, there])
    await insertOrders(client, { organizationId, count: 400, items: 1, now: new Date() });
  client.release();
});
afterAll(() => pool.end());

/** Returns what counting the rows one by one gives. */
async function reallyCounted(ctx: Ctx) {
  const { rows } = await pool.query(
    `SELECT status_id, count(*)::int AS orders, count(*) FILTER (WHERE non_automatic)::int AS non_automatic,
       status_type = 'in_progress' AND status_storefront_type IN ('viewable', 'submitted') AS unexecuted
     FROM orders WHERE organization_id = $1 AND parent_id IS NULL GROUP BY 1, 4`,
    [ctx.organizationId],
  );
  const open = rows.filter((row) => row.unexecuted);
  const sum = (of: "orders" | "non_automatic") =>
    open.reduce((total: number, row) => total + row[of], 0) as number;
  return {
    unexecuted: sum("orders"),
    unexecutedNonAutomatic: sum("non_automatic"),
    byStatus: Object.fromEntries(rows.map((row) => [row.status_id, row.orders])),
  };
}

async function counted(ctx: Ctx) {
  const counts = await orderCounts(ctx);
  const some = counts.byStatus.filter(({ orders }) => orders !== 0);
  return { ...counts, byStatus: Object.fromEntries(some.map((row) => [row.statusId, row.orders])) };
}

const openStatuses = ["Draft", "Submitted", "Pending Reseller Approval"];
const random = <Value>(values: readonly Value[]) =>
  values[Math.floor(Math.random() * values.length)] as Value;

/** Changes counts in one random way: it moves, edits, adds or deletes one or more orders. */
async function disturb(organization: TestOrganization): Promise<void> {
  const { organizationId, statuses } = organization;
  const change = random(["move", "finish", "manual", "delete", "add"] as const);
  const some = `SELECT id FROM orders WHERE organization_id = $1 AND status_type = 'in_progress'
    ORDER BY random() LIMIT ${random([1, 1, 5, 40])} FOR NO KEY UPDATE SKIP LOCKED`;
  const to = (description: string) => [organizationId, statuses[description]];
  const move = (extra: string) => `UPDATE orders SET status_id = $2, (status_type, status_storefront_type) =
    (SELECT type, storefront_type FROM order_statuses WHERE organization_id = $1 AND id = $2) ${extra}
    WHERE organization_id = $1 AND id IN (${some})`;

  if (change === "move") await pool.query(move(""), to(random(openStatuses)));
  if (change === "finish" && Math.random() < 0.5)
    await pool.query(move(", executed_at = now()"), to("Executed"));
  else if (change === "finish") await pool.query(move(", cancelled_at = now()"), to("Canceled"));
  if (change === "manual")
    await pool.query(
      `UPDATE orders SET non_automatic = NOT non_automatic WHERE organization_id = $1 AND id IN (${some})`,
      [organizationId],
    );
  if (change === "add") await insertOrders(pool, { organizationId, count: 7, items: 1, now: new Date() });
  if (change === "delete")
    await pool.query(
      `WITH gone AS (SELECT id FROM orders WHERE organization_id = $1 AND status_storefront_type = 'draft'
           AND EXISTS (SELECT FROM order_items WHERE order_items.order_id = orders.id) LIMIT 3 FOR UPDATE SKIP LOCKED),
         items AS (DELETE FROM order_items USING gone WHERE order_items.order_id = gone.id)
       DELETE FROM orders USING gone WHERE orders.organization_id = $1 AND orders.id = gone.id`,
      [organizationId],
    );
}

describe("orderCounts", () => {
  it("is exact after whatever happened, folded or not", async () => {
    const ctx = here.as.manager;
    for (let round = 0; round < 40; round++) {
      await disturb(here);
      if (round % 8 === 0) await foldOrderCounts();
      expect(await counted(ctx)).toEqual(await reallyCounted(ctx));
    }
  });

  it("is exact after many writers and folders at once", async () => {
    const ctx = here.as.manager;
    const writers = Array.from({ length: 6 }, async () => {
      for (let i = 0; i < 12; i++) await disturb(here);
    });
    const folder = (async () => {
      for (let i = 0; i < 12; i++) await foldOrderCounts();
    })();
    await Promise.all([...writers, folder, (async () => foldOrderCounts())()]);
    expect(await counted(ctx)).toEqual(await reallyCounted(ctx));
    await foldOrderCounts();
    expect(await counted(ctx)).toEqual(await reallyCounted(ctx));
    const { rows } = await pool.query("SELECT count(*)::int AS rows FROM order_count_changes");
    expect(rows[0].rows).toBeLessThan(100);
  });

  it("never shows half of a change: what moves is counted once at any moment", async () => {
    const { organizationId, statuses } = there;
    const ctx = there.as.manager;
    const total = async () => {
      const { byStatus } = await orderCounts(ctx);
      return byStatus.reduce((sum, { orders }) => sum + orders, 0);
    };
    let moving = true;
    const mover = (async () => {
      for (let i = 0; i < 40; i++)
        await pool.query(
          `UPDATE orders SET status_id = $2, status_storefront_type = $3
           WHERE organization_id = $1 AND status_type = 'in_progress'`,
          i % 2
            ? [organizationId, statuses.Draft, "draft"]
            : [organizationId, statuses.Submitted, "viewable"],
        );
      moving = false;
    })();
    const folder = (async () => {
      while (moving) await foldOrderCounts();
    })();
    const seen = new Set<number>();
    while (moving) seen.add(await total());
    await Promise.all([mover, folder]);
    expect([...seen]).toEqual([400]);
  });

  it("counts this organization's orders only", async () => {
    const empty = await makeOrganization();
    const counts = await orderCounts(empty.as.manager);
    expect(counts).toMatchObject({ unexecuted: 0, unexecutedNonAutomatic: 0 });
    expect(counts.byStatus.map(({ description, orders }) => [description, orders])).toEqual([
      ["Draft", 0],
      ["Submitted", 0],
      ["Executed", 0],
      ["Canceled", 0],
      ["Pending Reseller Approval", 0],
      ["Canceled by Reseller", 0],
      ["Executing", 0],
      ["Scheduled", 0],
    ]);
  });

  it("asks for the permission", async () => {
    await expect(orderCounts(here.as.customer)).rejects.toThrow(Forbidden);
  });
});
