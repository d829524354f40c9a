import type pg from "pg";

type Client = { query(text: string, values: unknown[]): Promise<pg.QueryResult> };

export type BulkOrders = {
  organizationId: string;
  count: number;
  /** Holds the newest order date. The others go back from it evenly. */
  now: Date;
  days?: number;
  /**
   * Sets the number of items of each order. A third of the orders includes a product that only a BSS user may
   * execute.
   */
  items?: number;
  /** Makes all orders Submitted instead of a mixture. */
  submitted?: boolean;
};

const rowsAtOnce = 50_000;

/**
 * Adds primary orders in every state by plain SQL, for tests of counting and the benchmark, where commands would take hours:
 * of a hundred, 88 are executed, 4 cancelled, 5 submitted and 1 each draft, waiting for a reseller and scheduled. The
 * organization only needs its system statuses.
 */
export async function insertOrders(client: Client, options: BulkOrders): Promise<void> {
  const { organizationId, count } = options;
  await client.query(accountsAndProducts, [organizationId]);
  const first = await client.query(
    "UPDATE organizations SET next_order_number = next_order_number + $2 WHERE id = $1 RETURNING next_order_number - $2 AS number",
    [organizationId, count],
  );
  const from = Number(first.rows[0].number);
  for (let done = 0; done < count; done += rowsAtOnce) {
    const upTo = Math.min(count, done + rowsAtOnce);
    const { now, days = 730, items = 3, submitted = false } = options;
    await client.query(orders, [organizationId, from, done, upTo - 1, count, now, days, items, submitted]);
    await client.query(orderItems, [organizationId, from + done, from + upTo - 1, items]);
  }
}

const accountsAndProducts = `
  WITH made AS (
    INSERT INTO accounts (organization_id, code, name)
    SELECT $1, 'BULK-' || n, 'Customer ' || n FROM generate_series(1, 200) AS n
    ON CONFLICT DO NOTHING
  )
  INSERT INTO products (organization_id, code, name, type, billing_period, price, cost, tax_rate, non_automatic)
  SELECT $1, 'BULK-' || n, 'Service ' || n, 'subscription', 'month', 10, 6, 20, n = 6 FROM generate_series(1, 6) AS n
  ON CONFLICT DO NOTHING`;

const orders = `
  WITH statuses AS (
    SELECT share.n, order_statuses.id, type, storefront_type
    FROM generate_series(0, 99) AS share(n)
    JOIN order_statuses ON organization_id = $1 AND mandatory AND type || ' ' || storefront_type =
      CASE WHEN share.n < 5 THEN 'in_progress viewable' WHEN share.n < 9 THEN 'cancelled viewable'
        WHEN share.n = 9 THEN 'in_progress draft' WHEN share.n = 10 THEN 'in_progress pending_approval'
        WHEN share.n = 11 THEN 'scheduled viewable' ELSE 'automatic_execute submitted' END
  ), accounts AS (
    SELECT array_agg(id ORDER BY code) AS ids FROM accounts WHERE organization_id = $1 AND code LIKE 'BULK-%'
  ), made AS (
    SELECT n::int, $2::bigint + n AS number, $6::timestamptz - (($5::float8 - n) / $5 * $7::float8) * interval '1 day' AS order_date
    FROM generate_series($3::int, $4::int) AS n
  )
  INSERT INTO orders (organization_id, code, number, name, account_id, billing_to_id, source, currency, order_date,
    status_id, status_type, status_storefront_type, non_automatic, item_count, executed_item_count,
    cost_total, net_total, tax_total, final_price, monthly_run_rate, to_execute, executed_at, cancelled_at, created_at)
  SELECT $1, number::text, number, 'Order ' || number, account, account,
    (CASE WHEN made.n % 3 = 0 THEN 'storefront' ELSE 'bss' END)::order_source, 'EUR', order_date,
    statuses.id, type, storefront_type, number % 3 = 0, $8, CASE WHEN type = 'automatic_execute' THEN $8 ELSE 0 END,
    $8 * 6, $8 * 10, $8 * 2, $8 * 12, $8 * 10, CASE WHEN type NOT IN ('automatic_execute', 'cancelled') THEN $8 * 12 ELSE 0 END,
    CASE WHEN type = 'automatic_execute' THEN least(order_date + interval '1 hour', $6) END,
    CASE WHEN type = 'cancelled' THEN least(order_date + interval '2 hours', $6) END, order_date
  FROM made
  CROSS JOIN accounts
  CROSS JOIN LATERAL (SELECT accounts.ids[1 + (made.n * 7) % 200] AS account) AS chosen
  JOIN statuses ON statuses.n = CASE WHEN $9::boolean THEN 0 ELSE (made.n * 37) % 100 END`;

const orderItems = `
  WITH products AS (
    SELECT array_agg(id ORDER BY code) AS ids FROM products WHERE organization_id = $1 AND code LIKE 'BULK-%'
  )
  INSERT INTO order_items (organization_id, order_id, position, product_id, description, billing_period, quantity,
    unit_price, unit_cost, tax_rate, executed_quantity, cancelled_quantity)
  SELECT $1, orders.id, position, products.ids[CASE WHEN non_automatic AND position = 1 THEN 6 ELSE 1 + (number + position) % 5 END],
    'Service', 'month', 1, 10, 6, 20,
    (status_type = 'automatic_execute')::int, (status_type = 'cancelled')::int
  FROM orders
  CROSS JOIN products
  CROSS JOIN generate_series(1, $4::int) AS position
  WHERE orders.organization_id = $1 AND orders.number BETWEEN $2 AND $3 AND sub_number = 0`;
