import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Forbidden } from "../../kernel/errors";
import { cancelOrder } from "../../orders/commands/cancel-order";
import { deliverOrder } from "../../orders/commands/deliver-order";
import { executeOrder } from "../../orders/commands/execute-order";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../../testing/factories/basics";
import { insertOrders } from "../../testing/factories/bulk-orders";
import { makeOrder } from "../../testing/factories/orders";
import { ownerUrl } from "../../testing/owner";
import { orderOutcomes } from "./order-outcomes";
import { ordersPerDay } from "./orders-per-day";
import { type UnexecutedOrder, unexecutedOrders, unexecutedSql } from "./unexecuted-orders";

const now = new Date();
let large: TestOrganization;
let client: pg.Client;
beforeAll(async () => {
  large = await makeOrganization();
  client = new pg.Client({ connectionString: ownerUrl() });
  await client.connect();
  await insertOrders(client, { organizationId: large.organizationId, count: 6000, items: 1, now });
  await client.query("VACUUM ANALYZE");
});
afterAll(() => client.end());

describe("unexecutedOrders", () => {
  it("answers, page by page, exactly what a filter of all orders would", async () => {
    const { rows: naive } = await client.query(
      `SELECT orders.code, accounts.name AS account, source FROM orders
       JOIN order_statuses ON order_statuses.id = orders.status_id
       JOIN accounts ON accounts.id = orders.account_id
       WHERE orders.organization_id = $1 AND parent_id IS NULL AND order_statuses.type = 'in_progress'
         AND storefront_type NOT IN ('draft', 'pending_approval')
       ORDER BY order_date, orders.id`,
      [large.organizationId],
    );
    const found: UnexecutedOrder[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await unexecutedOrders(large.as.manager, { cursor, limit: 37 });
      found.push(...page.rows);
      if (!page.nextCursor) break;
      expect(page.rows).toHaveLength(37);
      cursor = page.nextCursor;
    }
    expect(found).toHaveLength(300);
    expect(found.map(({ code, account, source }) => ({ code, account, source }))).toEqual(naive);
  });

  it("tells how far, how much and what holds it", async () => {
    const here = await makeOrganization();
    const account = await makeAccount(here, { name: "Aurora", creditLimit: "20.00" });
    const product = await makeProduct(here, { name: "Backup" });
    const manual = await makeProduct(here, { name: "Firewall", nonAutomatic: true });
    const items = [
      { productId: product.id, quantity: 1 },
      { productId: manual.id, quantity: 2 },
    ];
    const order = await makeOrder(here, { accountId: account.id, items, name: "Move" });
    const [first] = order.items;
    const delivery = { code: order.code, items: [{ itemId: first?.id, quantity: 1 }] };
    const { subOrderCode } = value(await deliverOrder(here.as.operator, delivery));
    value(await executeOrder(here.as.operator, { code: subOrderCode }));

    const { rows } = await unexecutedOrders(here.as.manager);
    expect(rows).toEqual([
      {
        id: order.id,
        code: order.code,
        name: "Move",
        account: "Aurora",
        source: "bss",
        orderDate: order.orderDate.toISOString(),
        items: 2,
        executedItems: 1,
        total: "36.00",
        currency: "EUR",
        heldBy: [
          {
            gate: "credit",
            label: "Credit",
            sentence: expect.stringContaining("€16.00 short"),
            wayOut: expect.stringContaining("raises its credit limit"),
            missing: "16.00",
          },
          {
            gate: "non_automatic",
            label: "Manual execution",
            sentence: "Firewall is not executed automatically.",
            wayOut: "A BSS user executes the order.",
          },
        ],
      },
    ]);
    const byHand = await unexecutedOrders(here.as.manager, { nonAutomatic: true });
    expect(byHand.rows.map(({ code }) => code)).toEqual([order.code]);
  });

  it("lets an order go when it is executed or cancelled, and tells what became of it", async () => {
    const here = await makeOrganization();
    const [executed, cancelled, open] = [await makeOrder(here), await makeOrder(here), await makeOrder(here)];
    value(await executeOrder(here.as.operator, { code: executed.code }));
    value(await cancelOrder(here.as.operator, { code: cancelled.code }));

    const { rows } = await unexecutedOrders(here.as.manager);
    expect(rows.map(({ code }) => code)).toEqual([open.code]);
    const outcomes = await orderOutcomes(here.as.manager, [executed.id, cancelled.id, open.id]);
    expect(outcomes.map(({ code, status, outcome }) => [code, status, outcome]).sort()).toEqual([
      [executed.code, "Executed", "executed"],
      [cancelled.code, "Canceled", "cancelled"],
    ]);
    expect(await orderOutcomes(large.as.manager, [executed.id])).toEqual([]);
  });

  it("shows nothing of another organization, nor to who may not read it", async () => {
    const empty = await makeOrganization();
    expect(await unexecutedOrders(empty.as.administrator)).toEqual({ rows: [], nextCursor: null });
    for (const query of [
      unexecutedOrders,
      ordersPerDay,
      (ctx: typeof empty.as.customer) => orderOutcomes(ctx, []),
    ])
      await expect(query(empty.as.customer)).rejects.toThrow(Forbidden);
  });

  it("reads its page from its index and nothing else: no scan, no sort", async () => {
    const { nextCursor } = await unexecutedOrders(large.as.manager);
    const [first, next, manual] = [{}, { cursor: nextCursor ?? "" }, { nonAutomatic: true }].map((input) =>
      unexecutedSql(large.as.manager, { limit: 20, nonAutomatic: false, ...input }),
    );
    expect(nextCursor).toBeTruthy();
    for (const statement of [first, next, manual]) {
      const plan = await explain(statement?.text ?? "", statement?.values ?? []);
      expect(plan).not.toMatch(/Seq Scan on orders|Sort Key: orders.order_date|Bitmap Heap Scan on orders/);
      expect(plan).toContain(
        statement === manual
          ? "Index Scan using orders_unexecuted_non_automatic on orders"
          : "Index Scan using orders_unexecuted on orders",
      );
    }
  });
});

describe("ordersPerDay", () => {
  it("answers what counting each day would, in the organization's time zone, wherever the reader is", async () => {
    for (const timeZone of ["UTC", "America/New_York", "Pacific/Auckland"]) {
      const ctx = { ...large.as.manager, now, timeZone: "Asia/Tokyo" };
      await client.query("UPDATE organizations SET time_zone = $2 WHERE id = $1", [
        large.organizationId,
        timeZone,
      ]);
      const days = await ordersPerDay(ctx, 14);
      const today = new Intl.DateTimeFormat("sv-SE", { timeZone }).format(now);
      expect(days).toHaveLength(14);
      expect(days.at(-1)?.day).toBe(today);
      for (const { day, created, executed } of [days[0], days[6], days[13]].filter(
        (one) => one !== undefined,
      )) {
        const { rows } = await client.query(
          `SELECT count(*) FILTER (WHERE (order_date AT TIME ZONE $2)::date = $3)::int AS created,
             count(*) FILTER (WHERE (executed_at AT TIME ZONE $2)::date = $3)::int AS executed
           FROM orders WHERE organization_id = $1 AND parent_id IS NULL`,
          [large.organizationId, timeZone, day],
        );
        expect({ created, executed }).toEqual(rows[0]);
      }
    }
  });
});

async function explain(text: string, values: unknown[]): Promise<string> {
  const { rows } = await client.query(`EXPLAIN ${text}`, values);
  return rows.map((row) => row["QUERY PLAN"]).join("\n");
}
