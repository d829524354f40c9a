import pg from "pg";
import { expect, inject, test } from "vitest";
import type { Silence } from "@/lib/domain/refusing/silence";
import { migrate } from "@/lib/server/database/migrations";
import { createScratchDatabase } from "@/lib/server/database/scratch-database";

/**
 * Reasons that stood in rows as English sentences are data now: prisma/migrations/20261126201000_silence_and_send_failures_kept
 * and 20261127010000_silence_of_receivers.
 */

const organization = "00000000-0000-4000-8000-000000000001";

const vendor = (message: string, answered: boolean) => ({
  ...{ id: "v", name: "Aster", asked: "", items: [] },
  ...{ answered, message },
});
const held = (...vendors: object[]) => ({ reason: "held", gates: [{ gate: "vendor", vendors }] });

const silences: [string, Silence][] = [
  ["has an address that is not allowed", { is: "not_allowed" }],
  ["could not be reached", { is: "unreachable" }],
  ["gave an answer that could not be understood", { is: "not_understood" }],
  ["gave too long an answer", { is: "too_long" }],
  ["answered with status 503", { is: "status", status: 503 }],
  ["did not answer within 1 second", { is: "late", seconds: 1 }],
  ["did not answer within 10 seconds", { is: "late", seconds: 10 }],
  ["was on holiday", { is: "in_words", words: "was on holiday" }],
];
/** Inserts an organization without the statuses that it needs otherwise, which is enough for what the migration reads. */
async function insertBase(client: pg.Client) {
  for (const table of ["organizations", "order_statuses", "orders", "order_schedules"])
    await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  await client.query(`
    INSERT INTO organizations (id, name, currency) VALUES ('${organization}', 'Harbour', 'EUR');
    INSERT INTO accounts (organization_id, id, code, name) VALUES ('${organization}', '${organization}', 'A1', 'Fjord');
    INSERT INTO order_statuses (organization_id, id, no, description, type, storefront_type, color)
      VALUES ('${organization}', '${organization}', 1, 'Submitted', 'in_progress', 'submitted', '#123456')`);
}

async function insertRefused(client: pg.Client, number: number, refusal: ReturnType<typeof held>) {
  const gates = JSON.stringify(refusal.gates);
  await client.query(
    `WITH refused AS (
       INSERT INTO orders (organization_id, code, number, name, account_id, billing_to_id, source, currency, order_date,
         status_id, status_type, status_storefront_type, last_refusal, last_refusal_at)
       VALUES ($1::uuid, $2::text, $2::text::bigint, 'Order', $1::uuid, $1::uuid, 'bss', 'EUR', now(), $1::uuid,
         'in_progress', 'submitted', $3::jsonb, now())
       RETURNING organization_id, id
     ), scheduled AS (
       INSERT INTO order_schedules (organization_id, order_id, day, time_zone, failure)
       SELECT organization_id, id, '2026-12-01', 'UTC', $4::jsonb FROM refused
     )
     INSERT INTO events (organization_id, at, kind, actor_type, actor_name, order_id, status_label, after)
     SELECT organization_id, now(), 'order.execution_refused', 'system', 'System', id, 'Submitted',
       jsonb_build_object('gates', $3::jsonb) FROM refused`,
    [organization, String(number), gates, JSON.stringify(refusal)],
  );
}

const interrupted = "The worker was interrupted each time. It may have been sent all the same.";

test("reasons in rows become data, and what was said stays as it was said", async () => {
  const database = await createScratchDatabase(inject("database").server);
  const client = new pg.Client({ connectionString: database.url });
  try {
    await migrate(database.url, { before: "20261126201000_silence_and_send_failures_kept" });
    await client.connect();
    await insertBase(client);
    const refusals = [
      held(vendor("No licences left", true)),
      ...silences.map(([words]) => held(vendor(words, false))),
    ];
    for (const [at, refusal] of refusals.entries()) await insertRefused(client, 1001 + at, refusal);
    for (const error of [interrupted, "550 No such mailbox", null])
      await client.query(
        `INSERT INTO messages (organization_id, type, path, language, recipient, address, subject, text, state, error,
           next_attempt_at, created_at)
         VALUES ($1, 'webhook_disabled', '/', 'en', 'Ada', 'a@example.com', 'S', 'T', 'waiting', $2, now(), now())`,
        [organization, error],
      );
    await migrate(database.url);

    const rows = async (columns: string, table: string) =>
      (await client.query(`SELECT ${columns} AS kept FROM ${table}`)).rows.map(({ kept }) => kept);
    const now = (verdict: object) => held({ id: "v", name: "Aster", asked: "", items: [], ...verdict });
    const expected = [
      now({ answered: true, message: "No licences left" }),
      ...silences.map(([, silence]) => now({ answered: false, silence })),
    ];
    const gates = expected.map((refusal) => refusal.gates);
    expect(await rows("last_refusal", "orders")).toEqual(expect.arrayContaining(gates));
    const kept = await rows("failure", "order_schedules");
    expect(kept).toHaveLength(expected.length);
    expect(kept).toEqual(expect.arrayContaining(expected));
    const told = await rows("after", "events");
    expect(told).toEqual(expect.arrayContaining(expected.map(({ gates }) => ({ gates }))));
    const errors = await rows("error", "messages");
    expect(errors).toHaveLength(3);
    expect(errors).toEqual(
      expect.arrayContaining([
        { because: "interrupted" },
        { because: "refused", words: "550 No such mailbox" },
        null,
      ]),
    );
  } finally {
    await client.end();
    await database.drop();
  }
});

test("why a receiver did not answer becomes data, and what it answered stays", async () => {
  const database = await createScratchDatabase(inject("database").server);
  const client = new pg.Client({ connectionString: database.url });
  try {
    await migrate(database.url, { before: "20261127010000_silence_of_receivers" });
    await client.connect();
    // The deliveries are of no webhook and of no event, which the migration does not look at.
    for (const of of ["organization_id_event_id", "organization_id_webhook_id"])
      await client.query(`ALTER TABLE webhook_deliveries DROP CONSTRAINT webhook_deliveries_${of}_fkey`);
    const unanswered = silences.filter(([, { is }]) => is !== "status");
    const heard = [
      [500, "could not be reached"],
      [204, null],
      [null, null],
      ...unanswered.map(([words]) => [null, words]),
    ];
    for (const [status, answer] of heard)
      await client.query(
        `INSERT INTO webhook_deliveries (organization_id, webhook_id, event_id, last_status, last_answer, created_at)
         VALUES ($1, $1, 1, $2, $3, now())`,
        [organization, status, answer],
      );
    await migrate(database.url);
    const { rows } = await client.query(
      `SELECT last_status AS status, last_answer AS answer, last_silence AS silence
       FROM webhook_deliveries ORDER BY sequence`,
    );
    expect(rows).toEqual([
      { status: 500, answer: "could not be reached", silence: null },
      { status: 204, answer: null, silence: null },
      { status: null, answer: null, silence: null },
      ...unanswered.map(([, silence]) => ({ status: null, answer: null, silence })),
    ]);
  } finally {
    await client.end();
    await database.drop();
  }
});
