import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { eventKinds } from "@/lib/domain/events/event";
import { migrate } from "@/lib/server/database/migrations";
import { createScratchDatabase, type ScratchDatabase } from "@/lib/server/database/scratch-database";

/** What was recorded in three tables is one table's now: prisma/migrations/20261126080000_events. */

const [organization, account, order, status] = [1, 2, 3, 4].map(
  (n) => `00000000-0000-4000-8000-00000000000${n}`,
);
/** Lists the kinds that nothing recorded before the migration. */
const later = eventKinds.filter((kind) =>
  /^(api_key|webhook|message|import|opening_balance|list|role)\.|^order\.(moved_in|trial_ending)$|^user\.(sign_in_locked|signed_out|invit|link|email|name|password_changed|session|second_factor|recovery|identity|single_sign)|^organization\.sign_in/.test(
    kind,
  ),
);
const moved = eventKinds.filter((kind) => !later.includes(kind));
const ofOrders = moved.filter((kind) => kind.startsWith("order."));
const audited: Record<string, string> = {
  sign_in: "user.signed_in",
  sign_in_failed: "user.sign_in_failed",
  forbidden: "call.forbidden",
  order_statuses_saved: "order_statuses.saved",
  organization_created: "organization.created",
  organization_edited: "organization.edited",
  organization_logo_saved: "organization.logo_saved",
  organization_logo_removed: "organization.logo_removed",
  user_created: "user.created",
  user_role_changed: "user.role_changed",
  user_deactivated: "user.deactivated",
  user_activated: "user.activated",
  user_password_reset: "user.password_reset",
  product_created: "product.created",
  product_edited: "product.edited",
  vendor_created: "vendor.created",
  vendor_edited: "vendor.edited",
  vendor_secret_renewed: "vendor.secret_renewed",
  credit_check_saved: "credit_check.saved",
  payment_recorded: "payment.recorded",
  payment_reversed: "payment.reversed",
};

type Row = Record<string, unknown>;
let database: ScratchDatabase;
let client: pg.Client;
let before: { order_history: Row[]; audit_log: Row[] };
let events: Row[];

const select = async (statement: string): Promise<Row[]> => (await client.query(statement)).rows;

beforeAll(async () => {
  database = await createScratchDatabase(inject("database").server);
  await migrate(database.url, { before: "20261126080000_events" });
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  // An organization without its statuses is enough for what the migration reads.
  for (const table of ["organizations", "order_statuses", "orders"])
    await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await insertOld();
  before = {
    order_history: await select("SELECT * FROM order_history ORDER BY id"),
    audit_log: await select("SELECT * FROM audit_log ORDER BY at, id"),
  };
  await migrate(database.url);
  events = await select("SELECT * FROM events ORDER BY id");
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

async function insertOld() {
  const run = (statement: string, ...values: unknown[]) => client.query(statement, values);
  await run("INSERT INTO organizations (id, name, currency) VALUES ($1, 'Harbour', 'EUR')", organization);
  await run(
    "INSERT INTO accounts (organization_id, id, code, name) VALUES ($1, $2, 'A1', 'Fjord')",
    organization,
    account,
  );
  await run(
    `INSERT INTO order_statuses (organization_id, id, no, description, type, storefront_type, color)
     VALUES ($1, $2, 1, 'Submitted', 'in_progress', 'submitted', '#123456')`,
    ...[organization, status],
  );
  await run(
    `INSERT INTO orders (organization_id, id, code, number, name, account_id, billing_to_id, source, currency,
       order_date, status_id, status_type, status_storefront_type)
     VALUES ($1, $2, '1001', 1001, 'Order', $3, $3, 'bss', 'EUR', now(), $4, 'in_progress', 'submitted')`,
    ...[organization, order, account, status],
  );
  await run(
    `INSERT INTO messages (organization_id, type, order_id, account_id, language, recipient, subject, text, state, created_at)
     VALUES ($1, 'executed', $2, $3, 'en', 'Fjord', 'Your order 1001 is complete', '', 'no_address', now())`,
    ...[organization, order, account],
  );
  const old = async (table: string, row: Row) => {
    const cells = { organization_id: organization, actor_type: "user", actor_name: "Ada", ...row };
    const places = Object.keys(cells).map((_, at) => `$${at + 1}`);
    await run(
      `INSERT INTO ${table} (${Object.keys(cells)}) VALUES (${places})`,
      ...Object.values(cells).map((cell) => (typeof cell === "object" ? JSON.stringify(cell) : cell)),
    );
  };
  const time = (minute: number) => `2026-01-01T00:${String(minute).padStart(2, "0")}:00.123Z`;
  const facts: Record<string, Row> = {
    message_resent: { after: { subject: "Your order 1001 is complete", address: "a@example.com" } },
    provisioning_retried: {
      after: { item: "Mail", action: "deprovision" },
      comment: "Its vendor reported it set up after it was asked to take it down.",
    },
    organization_logo_saved: { after: { size: "640 × 160", kind: "image/png" } },
    credit_check_saved: { before: { enabled: false }, after: { enabled: true, secret: "replaced" } },
  };
  for (const [minute, kind] of ofOrders.entries()) {
    const event = kind.replace("order.", "");
    const told = facts[event] ?? { before: { status: "Draft" }, after: { status: event }, comment: "Why" };
    await old("order_history", { event, order_id: order, at: time(minute), status_label: "Draft", ...told });
  }
  for (const [minute, event] of Object.keys(audited).entries()) {
    const told = facts[event] ?? { after: { told: event } };
    await old("audit_log", { event, subject: `Of ${event}`, at: time(minute), ...told });
  }
  // The first two stood in the audit log before accounts had a history, and were copied.
  await old("audit_log", { event: "account_created", subject: "A1", at: time(30), after: { name: "F" } });
  await old("audit_log", {
    event: "account_edited",
    subject: "A1",
    at: time(31),
    after: { billingToId: "1" },
  });
  const history = { account_id: account, before: { name: "F" }, after: { name: "Fjord" } };
  await old("account_history", { ...history, event: "created", before: undefined, at: time(30) });
  await old("account_history", { ...history, event: "edited", at: time(31) });
  await old("account_history", { ...history, event: "edited", at: time(32) });
}

const of = (kind: string) => events.filter((event) => event.kind === kind);

test("every kind is there, and nothing is lost or there twice", () => {
  expect([...new Set(events.map(({ kind }) => kind))].sort()).toEqual([...moved].sort());
  expect(events).toHaveLength(moved.length + 1);
});

test("an order's events keep ids, times, words and facts", () => {
  const changed = ["message_resent", "provisioning_retried"];
  for (const { event, ...row } of before.order_history) {
    if (changed.includes(String(event))) continue;
    expect(of(`order.${event}`)).toEqual([
      { ...row, kind: `order.${event}`, position: "0", account_id: null, subject: null, request_id: null },
    ]);
  }
});

test("the audit log keeps times, subjects and facts, in its order behind them", () => {
  const highest = Math.max(...before.order_history.map(({ id }) => Number(id)));
  const changed = ["organization_logo_saved", "credit_check_saved"];
  for (const { event, id: _, ...row } of before.audit_log) {
    const kind = audited[String(event)];
    if (!kind || changed.includes(String(event))) continue;
    expect(of(kind)).toMatchObject([{ ...row, order_id: null, account_id: null }]);
  }
  const log = events.filter(({ subject }) => subject !== null);
  expect(log.map(({ at }) => at)).toEqual(before.audit_log.map(({ at }) => at));
  expect(log.every(({ id }) => Number(id) > highest)).toBe(true);
});

test("a change of an account that stood in the audit log and in its history is one event of both", () => {
  expect(of("account.created")).toMatchObject([
    { account_id: account, subject: "A1", after: { name: "Fjord" } },
  ]);
  expect(of("account.edited")).toMatchObject([
    { account_id: account, subject: "A1", before: { name: "F" }, after: { name: "Fjord" } },
    { account_id: account, subject: null, before: { name: "F" }, after: { name: "Fjord" } },
  ]);
});

test("sentences of ours become the facts behind them", () => {
  expect(of("order.message_resent")).toMatchObject([
    { after: { type: "executed", address: "a@example.com" } },
  ]);
  expect(of("order.provisioning_retried")).toMatchObject([
    { comment: null, after: { item: "Mail", setUpAfterAll: true } },
  ]);
  expect(of("organization.logo_saved")).toMatchObject([
    { after: { width: 640, height: 160, mediaType: "image/png" } },
  ]);
  expect(of("credit_check.saved").map(({ after }) => after)).toEqual([
    { enabled: true, secretReplaced: true },
  ]);
});

test("what is recorded next is numbered behind them", async () => {
  const [{ id } = {}] = await select("SELECT nextval(pg_get_serial_sequence('events', 'id')) AS id");
  expect(Number(id)).toBe(Math.max(...events.map((event) => Number(event.id))) + 1);
});
