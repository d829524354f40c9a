import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { migrate } from "../../database/migrations";
import type { Ctx } from "../../kernel/ctx";
import { cancelOrder } from "../../orders/commands/cancel-order";
import { makeAccount, makeOrganization, type TestOrganization, value } from "../../testing/factories/basics";
import { at, ctxOf } from "../../testing/factories/contexts";
import { makeOrder } from "../../testing/factories/orders";
import { ownerUrl } from "../../testing/owner";
import { runs } from "../../testing/runs";
import { statementsSentBy } from "../../testing/sent-statements";
import type { FeedEvent } from "../read-feed";
import { eventFeed } from "./event-feed";

/** Tests that the feed misses no event and gives none twice while others write. */

const day = 86_400_000;
const databaseUrl = process.env.DATABASE_URL ?? "";
const open: pg.Client[] = [];
async function connect(connectionString = databaseUrl): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  open.push(client);
  return client;
}

let client: pg.Client;
beforeAll(async () => {
  client = await connect();
});
afterAll(() => Promise.all(open.map((one) => one.end())));

/** Records a sign-in of a subject, by which the test knows it again. */
const signIn = (
  by: pg.Client,
  { organizationId }: Pick<Ctx, "organizationId">,
  subject: string,
  when = new Date(),
) =>
  by.query(
    `INSERT INTO events (organization_id, at, actor_type, actor_name, kind, subject)
     VALUES ($1, $2, 'user', 'Ada', 'user.signed_in', $3)`,
    [organizationId, when, subject],
  );

/** Reads the feed to its end for now, from a cursor or the beginning. */
async function readAll(ctx: Ctx, after?: string, limit = 200) {
  const events: FeedEvent[] = [];
  for (let cursor = after; ; ) {
    const page = value(await eventFeed(ctx, { ...(cursor && { after: cursor }), limit }));
    events.push(...page.data);
    cursor = page.next;
    if (!page.more) return { events, next: page.next };
  }
}

/** Polls the feed until it has given so many events, since a transaction anywhere in the cluster can hold it back. */
async function readUntil(ctx: Ctx, count: number, after?: string) {
  const events: FeedEvent[] = [];
  let next = after;
  await expect
    .poll(async () => {
      const read = await readAll(ctx, next);
      events.push(...read.events);
      next = read.next;
      return events.length;
    })
    .toBeGreaterThanOrEqual(count);
  return { events, next };
}

/** Returns the administrator and a cursor behind what making the organization recorded. */
async function emptyFeed() {
  const here = await makeOrganization();
  const ctx = here.as.administrator;
  await expect.poll(async () => (await readAll(ctx)).events.length).toBeGreaterThan(0);
  const { next } = await readAll(ctx);
  return { here, ctx, next };
}

const subjects = (events: readonly FeedEvent[]) => events.map(({ subject }) => subject);

describe("an event", () => {
  let here: TestOrganization;
  let code: string;
  let accountId: string;
  let events: FeedEvent[];
  beforeAll(async () => {
    here = await makeOrganization();
    accountId = (await makeAccount(here)).id;
    code = (await makeOrder(here, { accountId })).code;
    value(await cancelOrder(here.as.operator, { code, comment: "Ordered twice" }));
    await vi.waitFor(
      async () => {
        events = (await readAll(here.as.administrator)).events;
        expect(events.map(({ type }) => type)).toContain("order.cancelled");
      },
      { timeout: 60_000 },
    );
  });

  test("tells what happened to what, by whom and in which request", () => {
    const { operator } = here.as;
    expect(events.find(({ type }) => type === "order.cancelled")).toEqual({
      id: expect.stringMatching(/^\d+$/),
      type: "order.cancelled",
      at: operator.now.toISOString(),
      actor: { type: "user", id: operator.actor.id, name: operator.actor.name },
      order: { id: expect.any(String), code },
      account: null,
      subject: null,
      statusLabel: "Canceled",
      comment: "Ordered twice",
      before: { status: "Submitted" },
      after: { status: "Canceled", items: expect.any(Array), total: expect.any(String) },
      requestId: operator.requestId,
    });
    expect(events.find(({ account }) => account?.id === accountId)).toMatchObject({
      type: "account.created",
      order: null,
    });
    expect(events.find(({ type }) => type === "organization.created")).toMatchObject({ subject: here.name });
  });

  test("is shown to callers that may see it", async () => {
    const seen = async (ctx: Ctx) =>
      new Set((await readAll(ctx)).events.map(({ type }) => type.split(".")[0]));
    expect([...(await seen(here.as.manager))].toSorted()).toEqual(["account", "order"]);
    expect(await seen(here.as.administrator)).toContain("organization");
  });

  test("of other kinds is left out, and the cursor leads past it", async () => {
    const only = { types: "order.created,order.cancelled", limit: 1 };
    const first = value(await eventFeed(here.as.operator, only));
    const second = value(await eventFeed(here.as.operator, { ...only, after: first.next }));
    const third = value(await eventFeed(here.as.operator, { ...only, after: second.next }));
    expect([first, second, third].map(({ data, more }) => [data.map(({ type }) => type), more])).toEqual([
      [["order.created"], true],
      [["order.cancelled"], false],
      [[], false],
    ]);
  });

  test("of another organization is never shown", async () => {
    const other = await makeOrganization();
    const { events } = await readUntil(other.as.administrator, 1);
    expect(events.some(({ order }) => order !== null)).toBe(false);
  });
});

describe("while transactions are open, the feed", () => {
  test("gives an event that was committed later with the one that was numbered after it", async () => {
    const { here, ctx, next } = await emptyFeed();
    const [early, late] = [await connect(), await connect()];
    await early.query("BEGIN");
    await signIn(early, here, "early");
    await late.query("BEGIN");
    await signIn(late, here, "late");
    await late.query("COMMIT");

    const between = await readAll(ctx, next);
    expect(between.events).toEqual([]);
    await early.query("COMMIT");
    const { events, next: end } = await readUntil(ctx, 2, between.next);
    expect(subjects(events)).toEqual(["early", "late"]);
    expect((await readAll(ctx, end)).events).toEqual([]);
  });

  test("begins at the same place for a reader without a cursor", async () => {
    const { here, ctx } = await emptyFeed();
    const later = at(ctx, new Date(ctx.now.getTime() + 40 * day));
    const early = await connect();
    await early.query("BEGIN");
    await signIn(early, here, "early", later.now);
    await signIn(client, here, "late", later.now);
    const empty = await readAll(later);
    expect(empty.events).toEqual([]);
    await early.query("COMMIT");
    expect(subjects((await readUntil(later, 2, empty.next)).events)).toEqual(["early", "late"]);
  });

  test("is not held back by one that is taken back", async () => {
    const { here, ctx, next } = await emptyFeed();
    const gone = await connect();
    await gone.query("BEGIN");
    await signIn(gone, here, "gone");
    await signIn(client, here, "kept");
    await gone.query("ROLLBACK");
    expect(subjects((await readUntil(ctx, 1, next)).events)).toEqual(["kept"]);
  });

  test("tells what one waited for before what it did", async () => {
    const { here, ctx, next } = await emptyFeed();
    const [first, second] = [await connect(), await connect()];
    await first.query("BEGIN");
    await first.query("SELECT pg_current_xact_id()");
    await second.query("BEGIN");
    await signIn(second, here, "it waited for this");
    await second.query("COMMIT");
    await signIn(first, here, "it did this");
    await first.query("COMMIT");
    expect(subjects((await readUntil(ctx, 2, next)).events)).toEqual(["it waited for this", "it did this"]);
  });

  test("misses nothing and gives nothing twice, with many writers and a reader that polls", async () => {
    const { here, ctx, next } = await emptyFeed();
    const orders = [await makeOrder(here), await makeOrder(here), await makeOrder(here)];
    const writers = await Promise.all(Array.from({ length: 8 }, connect));
    const committed: string[] = [];
    const rounds = runs(20);
    let writing = true;

    async function write(by: pg.Client, writer: number): Promise<void> {
      for (let round = 0; round < rounds; round++) {
        const kept = Math.random() < 0.8;
        const order = orders[Math.floor(Math.random() * orders.length)]?.id ?? "";
        const comments = Array.from(
          { length: 1 + Math.floor(Math.random() * 3) },
          (_, i) => `${writer} ${round} ${i}`,
        );
        await by.query("BEGIN");
        // Some take their number before they wait for the order, as a command with an idempotency key does.
        if (Math.random() < 0.5) await by.query("SELECT pg_current_xact_id()");
        await by.query("SELECT FROM orders WHERE id = $1 FOR UPDATE", [order]);
        for (const comment of comments) {
          await by.query(
            `INSERT INTO events (organization_id, at, actor_type, actor_name, kind, order_id, status_label, comment)
             VALUES ($1, now(), 'user', 'Ada', 'order.edited', $2, 'Submitted', $3)`,
            [here.organizationId, order, comment],
          );
        }
        await by.query(kept ? "COMMIT" : "ROLLBACK");
        if (kept) committed.push(...comments);
      }
    }

    const told: FeedEvent[] = [];
    let cursor: string | undefined = next;
    const read = async () => {
      const page = await readAll(ctx, cursor, 3);
      told.push(...page.events.filter(({ type }) => type === "order.edited"));
      cursor = page.next;
    };
    const reading = (async () => {
      while (writing) await read();
    })();
    await Promise.all(writers.map(write)).finally(() => {
      writing = false;
    });
    await reading;
    await expect
      .poll(async () => {
        await read();
        return told.length;
      })
      .toBeGreaterThanOrEqual(committed.length);

    expect(told.map(({ comment }) => comment).toSorted()).toEqual(committed.toSorted());
    for (const { id } of orders) {
      const own = told.flatMap((event) => (event.order?.id === id ? [BigInt(event.id)] : []));
      expect(own).toEqual(own.toSorted((a, b) => (a < b ? -1 : 1)));
    }
  });
});

describe("a cursor", () => {
  test("of a reader that keeps reading never expires, and any other does after 30 days", async () => {
    const { here, ctx, next } = await emptyFeed();
    const later = (days: number) => at(ctx, new Date(ctx.now.getTime() + days * day));
    const { next: renewed } = value(await eventFeed(later(29), { after: next }));
    expect(value(await eventFeed(later(58), { after: renewed })).data).toEqual([]);
    const expired = { ok: false, refusal: { reason: "cursor_expired", days: 30 } };
    expect(await eventFeed(later(31), { after: next })).toEqual(expired);

    // A reader that is behind has not seen the events after its cursor, however late it read.
    for (const subject of ["one", "two"]) await signIn(client, here, subject);
    await expect.poll(async () => (await readAll(ctx, next)).events.length).toBe(2);
    const behind = value(await eventFeed(later(29), { after: next, limit: 1 }));
    expect(behind).toMatchObject({ more: true });
    expect(await eventFeed(later(31), { after: behind.next })).toEqual(expired);
  });

  test("of somebody's own making is refused", async () => {
    const { ctx } = await emptyFeed();
    const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    for (const after of [
      "",
      "x",
      made([]),
      made(["1", "1"]),
      made(["-1", "1", ctx.now]),
      made(["1", "'", ctx.now]),
    ])
      expect(await eventFeed(ctx, { after })).toMatchObject({ refusal: { reason: "cursor_not_understood" } });
  });

  test("is not needed for the last 30 days, and leads to nothing older", async () => {
    const { here, ctx } = await emptyFeed();
    const later = at(ctx, new Date(ctx.now.getTime() + 31 * day));
    await signIn(client, here, "new", later.now);
    expect(subjects((await readUntil(later, 1)).events)).toEqual(["new"]);
  });
});

describe("in a restored database", () => {
  let owner: pg.Client;
  beforeAll(async () => {
    owner = await connect(ownerUrl());
  });
  const clock = async () => (await client.query("SELECT ahead::text, cluster FROM event_clock")).rows[0];

  test("nothing changes for one that was not restored", async () => {
    // The database of this file is a copy of another one, so that the first start moves its clock.
    await migrate(ownerUrl());
    const before = await clock();
    await migrate(ownerUrl());
    expect(await clock()).toEqual(before);
  });

  test.each([
    ["that counts fewer transactions", "ALTER TABLE events DISABLE TRIGGER events_place"],
    ["that calls itself by another name", "UPDATE event_clock SET cluster = 'another'"],
  ])("%s, new events come behind all old ones", async (_, restore) => {
    const { here, ctx, next } = await emptyFeed();
    await owner.query(restore);
    const far = 3_000_000_000n + BigInt((await clock()).ahead);
    await client.query(
      `INSERT INTO events (organization_id, at, actor_type, actor_name, kind, subject, position)
       VALUES ($1, now(), 'user', 'Ada', 'user.signed_in', 'restored', $2)`,
      [here.organizationId, far],
    );
    await owner.query("ALTER TABLE events ENABLE TRIGGER events_place");
    await migrate(ownerUrl());
    const restored = await readUntil(ctx, 1, next);
    expect(subjects(restored.events)).toEqual(["restored"]);

    await signIn(client, here, "new");
    const { events } = await readUntil(ctx, 1, restored.next);
    expect(subjects(events)).toEqual(["new"]);
    // A cursor from after the backup leads to what is new as well.
    const lost = Buffer.from(JSON.stringify([String(far + 1_000_000n), "999", ctx.now])).toString(
      "base64url",
    );
    expect(subjects((await readAll(ctx, lost)).events)).toEqual(["new"]);
  });
});

test("a page is read from an index, also if few events are of the wanted kind", async () => {
  const { here, next } = await emptyFeed();
  await client.query(
    `INSERT INTO events (organization_id, at, actor_type, actor_name, kind, subject)
     SELECT $1, now(), 'user', 'Ada', 'user.signed_in', n FROM generate_series(1, 20000) AS n`,
    [here.organizationId],
  );
  await (await connect(ownerUrl())).query("VACUUM ANALYZE events");
  const reader = ctxOf(here, "administrator");
  await expect.poll(async () => value(await eventFeed(reader, { after: next })).data.length).toBe(50);

  for (const [input, most] of [
    [{ after: next }, 50 + 51],
    [{}, 50 + 51 + 1],
    [{ after: next, types: "user.created" }, 1000],
  ] as const) {
    const sent = await statementsSentBy(() => eventFeed(reader, input));
    const [statement] = sent.filter(({ text }) => text.includes("event_horizon"));
    const { rows } = await client.query(
      `EXPLAIN (ANALYZE, FORMAT JSON) ${statement?.text}`,
      statement?.values,
    );
    const scans = scansOfEvents(rows[0]["QUERY PLAN"][0].Plan);
    expect(scans.filter(({ scan }) => !/^Index/.test(scan))).toEqual([]);
    expect(scans.reduce((sum, { rows }) => sum + rows, 0)).toBeLessThanOrEqual(most);
  }
  const rare = value(await eventFeed(reader, { after: next, types: "user.created" }));
  expect(rare).toMatchObject({ data: [], more: true });
});

type Node = {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  Plans?: Node[];
};

function scansOfEvents(node: Node): { scan: string; rows: number }[] {
  const below = (node.Plans ?? []).flatMap(scansOfEvents);
  if (node["Relation Name"] !== "events") return below;
  const rows = (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"];
  return [{ scan: node["Node Type"], rows }, ...below];
}
