import { beforeAll, describe, expect, test } from "vitest";
import { cancelOrder } from "@/lib/server/orders/commands/cancel-order";
import { deliverOrder } from "@/lib/server/orders/commands/deliver-order";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  makeUser,
  type TestOrganization,
  value,
} from "@/lib/server/testing/factories/basics";
import { makeOrder } from "@/lib/server/testing/factories/orders";
import { owner } from "@/lib/server/testing/owner";

/** No program can do this to orders and what they make, whatever SQL it writes. */

let here: TestOrganization;
let there: TestOrganization;
let open: Awaited<ReturnType<typeof makeOrder>>;
let executed: Awaited<ReturnType<typeof makeOrder>>;
let delivered: { id: string; primaryItemId: string };

beforeAll(async () => {
  [here, there] = [await makeOrganization(), await makeOrganization()];
  const product = await makeProduct(here);
  open = await makeOrder(here, { items: [{ productId: product.id, quantity: 5 }] });
  executed = await makeOrder(here, { statusId: here.statuses.Executed });
  const primary = await makeOrder(here, { items: [{ productId: product.id, quantity: 5 }] });
  const primaryItemId = primary.items[0]?.id ?? "";
  const { subOrderCode } = value(
    await deliverOrder(here.as.operator, {
      code: primary.code,
      items: [{ itemId: primaryItemId, quantity: 3 }],
    }),
  );
  const subOrder = await owner().order.findFirstOrThrow({
    where: { code: subOrderCode, organizationId: here.organizationId },
  });
  delivered = { id: subOrder.id, primaryItemId };
});

/** Runs the statement and takes it back, since a refusal is expected. */
async function tryTo(statement: string, ...values: unknown[]): Promise<void> {
  await owner().$transaction(async (tx) => {
    await tx.$executeRawUnsafe(statement, ...values);
    await tx.$executeRawUnsafe("SET CONSTRAINTS ALL IMMEDIATE");
    throw new Error("The database let it happen");
  });
}

const refused = (statement: string, why: RegExp, ...values: unknown[]) =>
  expect(tryTo(statement, ...values)).rejects.toThrow(why);

describe("quantities", () => {
  test("an item is never delivered, executed or cancelled beyond its quantity", async () => {
    const id = open.items[0]?.id;
    for (const column of ["executed_quantity", "cancelled_quantity"]) {
      await refused(`UPDATE order_items SET ${column} = 6 WHERE id = $1::uuid`, /never_beyond_quantity/, id);
      await refused(
        `UPDATE order_items SET ${column} = -1 WHERE id = $1::uuid`,
        /never_beyond_quantity|keeps its quantity/,
        id,
      );
    }
    await refused(
      "UPDATE order_items SET executed_quantity = 3, cancelled_quantity = 3 WHERE id = $1::uuid",
      /never_beyond_quantity/,
      id,
    );
  });

  test("a second sub-order cannot take what the first has", async () => {
    await refused(
      `INSERT INTO order_items (organization_id, order_id, position, primary_item_id, product_id, description,
        billing_period, quantity, unit_price, unit_cost, tax_rate, places)
      SELECT organization_id, order_id, 99, primary_item_id, product_id, description, billing_period, 3, 1, 1, 0,
        '{[3,6)}'
      FROM order_items WHERE order_id = $1::uuid`,
      /never_beyond_quantity/,
      delivered.id,
    );
  });

  test.each([
    ["what another sub-order has", "{[2,4)}"],
    ["what the line does not have", "{[4,6)}"],
  ])("a sub-order cannot take places: %s", async (_, places) => {
    await refused(
      `INSERT INTO order_items (organization_id, order_id, position, primary_item_id, product_id, description,
        billing_period, quantity, unit_price, unit_cost, tax_rate, places)
      SELECT organization_id, order_id, 99, primary_item_id, product_id, description, billing_period, 2, 1, 1, 0,
        $2::int4multirange
      FROM order_items WHERE order_id = $1::uuid`,
      /delivered once/,
      delivered.id,
      places,
    );
  });

  test("the delivered quantity is the database's alone", async () => {
    await refused(
      "UPDATE order_items SET delivered_quantity = 0 WHERE id = $1::uuid",
      /follows from/,
      delivered.primaryItemId,
    );
    await refused(
      `INSERT INTO order_items (organization_id, order_id, position, product_id, description, billing_period, quantity,
        unit_price, unit_cost, tax_rate, delivered_quantity)
      SELECT organization_id, order_id, 99, product_id, description, billing_period, 3, 1, 1, 0, 1
      FROM order_items WHERE id = $1::uuid`,
      /follows from/,
      open.items[0]?.id,
    );
  });

  test("a sub-order has items of its own primary only", async () => {
    await refused(
      `INSERT INTO order_items (organization_id, order_id, position, primary_item_id, product_id, description,
        billing_period, quantity, unit_price, unit_cost, tax_rate, places)
      SELECT organization_id, $1::uuid, 99, id, product_id, description, billing_period, 1, 1, 1, 0, '{[0,1)}'
      FROM order_items WHERE id = $2::uuid`,
      /items of its primary/,
      delivered.id,
      open.items[0]?.id,
    );
  });

  test.each(["0", "-1", "1000001"])("quantity %s", async (quantity) => {
    await refused(
      `UPDATE order_items SET quantity = ${quantity} WHERE id = $1::uuid`,
      /quantity_range|never_beyond_quantity/,
      open.items[0]?.id,
    );
  });

  test.each([
    ["unit_price = -1", /amounts/],
    ["unit_price = 'NaN'", /amounts/],
    ["unit_cost = -0.0001", /amounts/],
    ["discount_percent = 100.001", /amounts/],
    ["tax_rate = -1", /amounts/],
    ["item_type = 'quantity_change'", /quantity_change/],
  ])("%s", async (change, why) => {
    await refused(`UPDATE order_items SET ${change} WHERE id = $1::uuid`, why, open.items[0]?.id);
  });
});

describe("the database keeps what is final:", () => {
  test("an executed order takes no other stage, total or account, and is not deleted", async () => {
    const { id } = executed;
    await refused(
      "UPDATE orders SET status_id = $2::uuid, status_type = 'in_progress', status_storefront_type = 'viewable', executed_at = NULL WHERE id = $1::uuid",
      /final/,
      id,
      here.statuses.Submitted,
    );
    await refused(
      "UPDATE orders SET final_price = 0, net_total = 0, tax_total = 0 WHERE id = $1::uuid",
      /final/,
      id,
    );
    await refused("DELETE FROM orders WHERE id = $1::uuid", /never deleted/, id);
    await refused("DELETE FROM orders WHERE id = $1::uuid", /never deleted/, open.id);
  });

  test("an executed item stays executed, as it was", async () => {
    const id = executed.items[0]?.id;
    await refused(
      "UPDATE order_items SET executed_quantity = 0 WHERE id = $1::uuid",
      /keeps its quantity/,
      id,
    );
    await refused("UPDATE order_items SET unit_price = 0 WHERE id = $1::uuid", /keeps its quantity/, id);
    await refused("DELETE FROM order_items WHERE id = $1::uuid", /stays/, id);
  });

  test("an invoice and its lines stay as they are", async () => {
    const [invoice] = executed.invoices;
    await refused(
      "UPDATE invoices SET total = 0, net_total = 0, tax_total = 0, outstanding = 0 WHERE id = $1::uuid",
      /not changed/,
      invoice?.id,
    );
    await refused(
      "UPDATE invoices SET outstanding = 0 WHERE id = $1::uuid",
      /follows from the payments/,
      invoice?.id,
    );
    await refused("DELETE FROM invoices WHERE id = $1::uuid", /never deleted/, invoice?.id);
    await refused(
      "UPDATE invoice_lines SET quantity = 2 WHERE invoice_id = $1::uuid",
      /not changed/,
      invoice?.id,
    );
    await refused("DELETE FROM invoice_lines WHERE invoice_id = $1::uuid", /not changed/, invoice?.id);
  });

  test("events stay as they were recorded", async () => {
    const stay = /stays as it was recorded/;
    const forge = "UPDATE events SET comment = 'never happened' WHERE order_id = $1::uuid";
    await refused(forge, stay, open.id);
    await refused("DELETE FROM events WHERE order_id = $1::uuid", stay, open.id);
    await refused("DELETE FROM events WHERE subject IS NOT NULL", stay);
    await refused("TRUNCATE events CASCADE", stay);
  });

  test("an order's code, source, currency and place in its tree stay as they are", async () => {
    for (const change of [
      "code = '7'",
      "number = 7",
      "source = 'storefront'",
      "currency = 'USD'",
      "parent_id = NULL, sub_number = 0",
    ]) {
      await refused(`UPDATE orders SET ${change} WHERE id = $1::uuid`, /keeps its code/, delivered.id);
    }
  });
});

describe("the database counts to one:", () => {
  test("one execution makes one invoice, and one item makes one line and one subscription", async () => {
    const [invoice] = executed.invoices;
    const again = (table: string, where: string) =>
      `INSERT INTO ${table} SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'number', 'X', 'position', 99))).* FROM ${table} AS t WHERE ${where}`;
    await refused(again("invoices", "id = $1::uuid"), /invoices_organization_id_order_id/, invoice?.id);
    await refused(
      again("invoice_lines", "invoice_id = $1::uuid"),
      /organization_id_order_item_id/,
      invoice?.id,
    );
    await refused(
      again("subscriptions", "order_id = $1::uuid"),
      /organization_id_order_item_id/,
      executed.id,
    );
    await refused(
      again("provisioning_tasks", "subscription_id = $1::uuid"),
      /order_item_id_action/,
      executed.subscriptions[0]?.id,
    );
  });

  test("an invoice totals its lines", async () => {
    await refused(
      `INSERT INTO invoices SELECT (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'number', 'X', 'order_id', $2::uuid))).*
      FROM invoices AS t WHERE id = $1::uuid`,
      /totals its lines/,
      executed.invoices[0]?.id,
      open.id,
    );
  });
});

describe("sub-orders", () => {
  test("have no sub-orders, and the account of their primary", async () => {
    const copy = `INSERT INTO orders SELECT (jsonb_populate_record(t, jsonb_build_object(
      'id', gen_random_uuid(), 'code', '9-9', 'sub_number', 99, 'parent_id', $2::uuid, 'account_id', $3::uuid))).*
      FROM orders AS t WHERE id = $1::uuid`;
    const other = await makeAccount(here);
    await refused(copy, /belongs to a primary/, delivered.id, delivered.id, open.accountId);
    await refused(copy, /belongs to a primary/, open.id, open.id, other.id);
  });
});

test("a status's combination on an order is the status's own", async () => {
  await refused(
    "UPDATE orders SET status_type = 'scheduled' WHERE id = $1::uuid",
    /status_type|foreign key/i,
    open.id,
  );
  await refused(
    "UPDATE orders SET status_storefront_type = 'draft' WHERE id = $1::uuid",
    /foreign key/i,
    open.id,
  );
});

test("no reference crosses organizations", async () => {
  const account = await makeAccount(there);
  const product = await makeProduct(there);
  const foreign = /foreign key/i;
  await refused("UPDATE orders SET account_id = $2::uuid WHERE id = $1::uuid", foreign, open.id, account.id);
  await refused(
    "UPDATE orders SET billing_to_id = $2::uuid WHERE id = $1::uuid",
    foreign,
    open.id,
    account.id,
  );
  await refused(
    "UPDATE orders SET status_id = $2::uuid WHERE id = $1::uuid",
    foreign,
    open.id,
    there.statuses.Submitted,
  );
  await refused(
    "UPDATE order_items SET product_id = $2::uuid WHERE order_id = $1::uuid",
    foreign,
    open.id,
    product.id,
  );
  await refused(
    "INSERT INTO events (organization_id, order_id, at, actor_type, actor_name, kind, status_label) VALUES ($1::uuid, $2::uuid, now(), 'system', 'x', 'order.edited', 'x')",
    foreign,
    there.organizationId,
    open.id,
  );
});

test("every reference between tables of an organization carries the organization, which a person has none of", async () => {
  const loose = await owner().$queryRaw<{ name: string }[]>`
    SELECT conname AS name FROM pg_constraint
    WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND confrelid NOT IN ('organizations'::regclass, 'people'::regclass)
      AND NOT coalesce((
        SELECT attnum FROM pg_attribute WHERE attrelid = conrelid
          AND attname = CASE conrelid WHEN 'organizations'::regclass THEN 'id' ELSE 'organization_id' END
      ) = ANY (conkey), false)`;
  expect(loose).toEqual([]);
});

test("every table has an organization, but for what belongs to none", async () => {
  const without = await owner().$queryRaw<{ name: string }[]>`
    SELECT relname::text AS name FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND NOT EXISTS (
      SELECT FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = 'organization_id' AND attnotnull)
    ORDER BY 1`;
  const belongToNone = [
    "_prisma_migrations",
    "authenticator_apps",
    "ended_sessions",
    "event_clock",
    "identities",
    "organizations",
    "passkeys",
    "people",
    "rate_limits",
    "recovery_codes",
    "sign_in_steps",
    "sign_in_tries",
  ];
  expect(without.map(({ name }) => name)).toEqual(belongToNone);
});

test("a cancelled sub-order gives its units back, by the database itself", async () => {
  const primary = await makeOrder(here);
  const itemId = primary.items[0]?.id ?? "";
  const { subOrderCode } = value(
    await deliverOrder(here.as.operator, { code: primary.code, items: [{ itemId, quantity: 1 }] }),
  );
  const units = () =>
    owner().orderItem.findFirstOrThrow({ where: { id: itemId }, select: { deliveredQuantity: true } });
  expect(await units()).toEqual({ deliveredQuantity: 1 });
  value(await cancelOrder(here.as.operator, { code: subOrderCode }));
  expect(await units()).toEqual({ deliveredQuantity: 0 });
});

test("an order that a bulk run has begun says in which attempt and when", async () => {
  const user = await makeUser(here, { role: "operator" });
  const begin = `
    WITH run AS (
      INSERT INTO bulk_runs (organization_id, action, input, by_user_id, started_by_name, time_zone, order_count)
      VALUES ($1::uuid, 'execute', '{}', $2::uuid, 'Operator', 'UTC', 1) RETURNING id
    )
    INSERT INTO bulk_run_orders (organization_id, run_id, position, order_id, outcome)
    SELECT $1::uuid, id, 1, $3::uuid, 'running' FROM run`;
  await refused(begin, /bulk_run_orders_says_whose/, here.organizationId, user.id, open.id);
});
