import type pg from "pg";

/**
 * Adds `count` accounts, orders and events, and a quarter as many products, users, invoices, credit notes, subscriptions,
 * messages and audit entries; row n has the name "customer 77123 3ab5…" and the account, product and order n. It bypasses
 * triggers and foreign keys, and builds the indexes of words afterwards.
 */
export async function insertManyRows(client: pg.Client, organizationId: string, count: number) {
  const run = async (statements: string[]) => {
    for (const statement of statements) await client.query(statement);
  };
  const indexes = await client.query<{ name: string; definition: string }>(
    "SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE tablename = ANY($1) AND indexdef LIKE '%USING gin%'",
    [tables],
  );
  const keys = await client.query<{ on: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS on, conname AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND conrelid::regclass::text = ANY($1)`,
    [tables],
  );
  await run(indexes.rows.map(({ name }) => `DROP INDEX "${name}"`));
  await run(keys.rows.map(({ on, name }) => `ALTER TABLE ${on} DROP CONSTRAINT "${name}"`));
  await run(tables.map((table) => `ALTER TABLE ${table} DISABLE TRIGGER USER`));
  for (const [statement, share] of inserts) await client.query(statement, [organizationId, count * share]);
  await run(tables.map((table) => `ALTER TABLE ${table} ENABLE TRIGGER USER`));
  await run(
    keys.rows.map(
      ({ on, name, definition }) => `ALTER TABLE ${on} ADD CONSTRAINT "${name}" ${definition} NOT VALID`,
    ),
  );
  await run(indexes.rows.map(({ definition }) => definition));
  await run(tables.map((table) => `VACUUM ANALYZE ${table}`));
}

const tables = [
  ...["accounts", "products", "people", "users", "orders", "order_search", "invoices", "credit_notes"],
  ...["subscriptions", "messages", "events"],
];

/** Returns the id of the nth row of a kind. */
const id = (kind: number, n = "n") =>
  `(lpad(to_hex(${n}), 8, '0') || '-0000-4000-8000-00000000000${kind}')::uuid`;
const [account, product, user, order, invoice] = [1, 2, 3, 4, 5].map((kind) => id(kind));
const person = id(7);
const email = "'u' || n || '@example.com'";
const name = (word: string) => `'${word} ' || n || ' ' || md5('${word}' || n)`;
const rows = "FROM generate_series(1, $2::int) AS n";
const time = "'2026-01-01T00:00:00Z'::timestamptz + n * interval '1 minute'";

const inserts: [statement: string, share: number][] = [
  [
    `INSERT INTO accounts (organization_id, id, code, name, email)
   SELECT $1, ${account}, 'A-' || n, ${name("customer")}, 'c' || n || '@example.com' ${rows}`,
    1,
  ],
  [
    `INSERT INTO products (organization_id, id, code, name, description, type, billing_period, price, cost, tax_rate)
   SELECT $1, ${product}, 'P-' || n, ${name("service")}, ${name("nightly")}, 'subscription', 'month', 10, 6, 20 ${rows}`,
    1 / 4,
  ],
  [
    `WITH made AS (INSERT INTO people (id, email, sent_email) SELECT ${person}, ${email}, ${email} ${rows})
   INSERT INTO users (organization_id, id, person_id, email, sent_email, name, role, account_role, account_id)
   SELECT $1, ${user}, ${person}, ${email}, ${email}, ${name("person")}, 'customer', 'administrator', ${account} ${rows}`,
    1 / 4,
  ],
  [
    `INSERT INTO orders (organization_id, id, code, number, name, account_id, billing_to_id, source, currency, order_date,
     status_id, status_type, status_storefront_type, net_total, final_price)
   SELECT $1, ${order}, n::text, n, ${name("order")}, ${account}, ${account}, 'bss', 'EUR', ${time},
     order_statuses.id, type, storefront_type, n % 977 * 10, n % 977 * 10
   ${rows} JOIN order_statuses ON order_statuses.organization_id = $1 AND description = 'Submitted'`,
    1,
  ],
  [
    `INSERT INTO order_search (organization_id, order_id, text, refs)
   SELECT organization_id, id, search_form('order ' || code || ' ' || name || ' service'), ARRAY[account_id, ${id(2, "number::int")}]
   FROM orders WHERE organization_id = $1 AND number <= $2::int`,
    1,
  ],
  [
    `INSERT INTO invoices (organization_id, id, number, order_id, account_id, currency, issue_date, due_date, net_total,
     tax_total, total, outstanding, seller, buyer, language, created_at)
   SELECT $1, ${invoice}, 'INV-' || n, ${order}, ${account}, 'EUR', (${time})::date, (${time})::date + 30, 10, 2, 12, 12,
     '{"name": ""}', '{"code": "", "name": ""}', 'en', ${time} ${rows}`,
    1 / 4,
  ],
  [
    `INSERT INTO credit_notes (organization_id, number, invoice_id, order_id, account_id, currency, issue_date, net_total,
     tax_total, total, seller, buyer, language, created_at)
   SELECT $1, 'CN-' || n, ${invoice}, ${order}, ${account}, 'EUR', (${time})::date, 10, 2, 12, '{"name": ""}', '{"code": "", "name": ""}', 'en', ${time} ${rows}`,
    1 / 4,
  ],
  [
    `INSERT INTO subscriptions (organization_id, type, account_id, product_id, order_id, order_item_id, description,
     start_date, quantity, unit_price, currency, billing_period, created_at)
   SELECT $1, 'subscription', ${account}, ${product}, ${order}, ${id(6)}, ${name("service")}, (${time})::date, 1, 10, 'EUR',
     'month', ${time} ${rows}`,
    1 / 4,
  ],
  [
    `INSERT INTO messages (organization_id, type, order_id, account_id, language, recipient, address, subject, text, state, created_at, sent_at)
   SELECT $1, 'executed', ${order}, ${account}, 'en', ${name("customer")}, 'c' || n || '@example.com',
     'Your order ' || n || ' is complete', '', 'sent', ${time}, ${time} ${rows}`,
    1 / 4,
  ],
  [
    `INSERT INTO events (organization_id, at, actor_type, actor_name, kind, subject)
   SELECT $1, ${time}, 'user', ${name("person")}, 'user.signed_in', ${name("user")} ${rows}`,
    1 / 4,
  ],
  [
    `INSERT INTO events (organization_id, at, actor_type, actor_name, kind, order_id, status_label)
   SELECT $1, ${time}, 'user', ${name("person")}, 'order.created', ${order}, 'Submitted' ${rows}`,
    1,
  ],
];
