import type pg from "pg";
import type { Ctx } from "../../lib/server/kernel/ctx";

/** Writes what an execution writes, as somebody would who has only this order, PostgreSQL and an afternoon. */
export async function executeByHand(client: pg.PoolClient, ctx: Ctx, code: string, statusId: string) {
  const { organizationId, now } = ctx;
  const run = (name: string, text: string, values: unknown[]) => client.query({ name, text, values });
  await client.query("BEGIN");
  const { rows } = await run("lock", lockOrder, [organizationId, code]);
  const { id, billing_to_id: billingTo } = rows[0];
  await run("credit", lockCredit, [organizationId, billingTo]);
  await run("items", readItems, [organizationId, id]);
  await run("units", executeItems, [organizationId, id]);
  await run("order", executeOrder, [organizationId, id, statusId, now]);
  await run("subscriptions", makeSubscriptions, [organizationId, id, now]);
  await run("tasks", makeTasks, [organizationId, id, now]);
  await run("jobs", addJobs, [organizationId, id]);
  await run("invoice", makeInvoice, [organizationId, id, now]);
  await run("event", recordEvent, [organizationId, id, now]);
  await client.query("COMMIT");
}

const lockOrder =
  "SELECT id, billing_to_id FROM orders WHERE organization_id = $1 AND code = $2 FOR NO KEY UPDATE";
const lockCredit = `
  SELECT credit_limit, (SELECT coalesce(sum(outstanding), 0) FROM invoices
    WHERE organization_id = accounts.organization_id AND account_id = accounts.id AND outstanding > 0)
  FROM accounts WHERE organization_id = $1 AND id = $2 FOR NO KEY UPDATE`;
const readItems = `
  SELECT order_items.*, products.type, products.required_configuration, products.non_automatic
  FROM order_items JOIN products USING (organization_id) WHERE organization_id = $1 AND order_id = $2
    AND products.id = product_id ORDER BY position`;
const executeItems =
  "UPDATE order_items SET executed_quantity = quantity WHERE organization_id = $1 AND order_id = $2";
const executeOrder = `
  UPDATE orders SET status_id = $3, status_type = 'automatic_execute', status_storefront_type = 'submitted',
    executed_at = $4, executed_item_count = item_count, non_automatic = false, version = version + 1, updated_at = $4
  WHERE organization_id = $1 AND id = $2`;
const makeSubscriptions = `
  INSERT INTO subscriptions (organization_id, type, account_id, product_id, order_id, order_item_id, description,
    start_date, quantity, unit_price, currency, billing_period, created_at)
  SELECT $1, 'subscription', account_id, product_id, orders.id, order_items.id, description, $3::timestamptz::date,
    quantity, unit_price, currency, billing_period, $3
  FROM orders JOIN order_items ON order_items.organization_id = $1 AND order_id = orders.id
  WHERE orders.organization_id = $1 AND orders.id = $2`;
const makeTasks = `
  INSERT INTO provisioning_tasks (organization_id, subscription_id, order_item_id, action, driver, quantity, created_at, updated_at)
  SELECT $1, id, order_item_id, 'provision', 'simulated', quantity, $3, $3
  FROM subscriptions WHERE organization_id = $1 AND order_id = $2`;
const addJobs = `
  SELECT graphile_worker.add_jobs(array_agg(json_populate_record(NULL::graphile_worker.job_spec, json_build_object(
    'identifier', 'provision', 'payload', json_build_object('organizationId', $1::uuid, 'taskId', provisioning_tasks.id),
    'job_key', 'provision:' || provisioning_tasks.id, 'max_attempts', 25))))
  FROM subscriptions JOIN provisioning_tasks ON provisioning_tasks.organization_id = $1 AND subscription_id = subscriptions.id
  WHERE subscriptions.organization_id = $1 AND order_id = $2`;
const makeInvoice = `
  WITH numbered AS (
    UPDATE organizations SET next_invoice_number = next_invoice_number + 1 WHERE id = $1
    RETURNING 'INV-' || next_invoice_number - 1 AS number, seller_of(organizations) AS seller
  ), made AS (
    INSERT INTO invoices (organization_id, number, order_id, account_id, currency, issue_date, due_date,
      net_total, tax_total, total, outstanding, seller, buyer, language, created_at)
    SELECT $1, numbered.number, orders.id, orders.billing_to_id, currency, $3::timestamptz::date, $3::timestamptz::date + 30,
      net_total, tax_total, final_price, final_price, seller,
      buyer_of(accounts), accounts.language, $3
    FROM orders CROSS JOIN numbered
    JOIN accounts ON accounts.organization_id = $1 AND accounts.id = orders.billing_to_id
    WHERE orders.organization_id = $1 AND orders.id = $2
    RETURNING id
  )
  INSERT INTO invoice_lines (organization_id, invoice_id, order_item_id, product_id, position, description, quantity,
    billing_period, service_from, service_to, unit_price, discount_percent, tax_rate, net, tax, total)
  SELECT $1, made.id, order_items.id, product_id, position, description, quantity,
    billing_period, CASE WHEN billing_period <> 'once' THEN $3::timestamptz::date END,
    CASE WHEN billing_period <> 'once' THEN $3::timestamptz::date + 30 END, unit_price, discount_percent, tax_rate,
    round(quantity * unit_price, 2), round(quantity * unit_price * tax_rate / 100, 2),
    round(quantity * unit_price, 2) + round(quantity * unit_price * tax_rate / 100, 2)
  FROM order_items CROSS JOIN made WHERE organization_id = $1 AND order_id = $2`;
const recordEvent = `
  INSERT INTO events (organization_id, order_id, at, actor_type, actor_name, kind, status_label)
  VALUES ($1, $2, $3, 'system', 'By hand', 'order.executed', 'Executed')`;
