import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import pg from "pg";
import { afterEach, expect, test } from "vitest";
import { schedulerCtx } from "../server/kernel/ctx";
import { unscoped } from "../server/kernel/db";
import { addJobs } from "../server/kernel/jobs";
import { transaction } from "../server/kernel/transaction";
import { scheduledJob } from "../server/scheduling/schedule";
import { makeOrganization, type TestOrganization } from "../server/testing/factories/basics";
import { insertOrders } from "../server/testing/factories/bulk-orders";
import { startProgram } from "../server/testing/processes/start-program";
import type { WebAnswer, WebErrand } from "../server/testing/processes/web-process";
import { startWorker } from "../server/testing/processes/worker";

afterEach(() => unscoped().$executeRaw`DELETE FROM graphile_worker._private_jobs`);

test("two workers and three web processes carry out 1,000 due orders once each, though a worker is killed with some in hand", async () => {
  const here = await makeOrganization();
  const orders = await makeDueOrders(here, 1000);
  const webs = await Promise.all([0, 1, 2].map(startWeb));
  const victim = startWorker();
  await expect.poll(livingWorkers).toHaveLength(1);
  const victims = await livingWorkers();
  startWorker();
  await expect.poll(executed(here), { interval: 50 }).toBeGreaterThan(0);

  // These orders come from the end of the queue, so that the workers have not done them all yet.
  const wishes = ["execute", "reschedule", "cancel"] as const;
  const answers = webs.map((web, index) =>
    web.carryOut({
      organizationId: here.organizationId,
      orders: orders
        .slice(-150)
        .filter((_, at) => at % 3 === index)
        .reverse()
        .map((order, at) => ({ ...order, wish: wishes[at % 3] ?? "execute" })),
    }),
  );

  await expect.poll(executed(here), { interval: 50 }).toBeGreaterThan(200);
  const held = await killHolding(victim.child, victims, 3);
  expect(held.length).toBeGreaterThan(0);
  // The minute that a try may last is over for the orders that the killed worker held.
  await unscoped().$executeRaw`
    UPDATE order_schedules SET next_attempt_at = now() - interval '1 minute' WHERE order_id = ANY(${held}::uuid[])`;

  const done = await Promise.all(answers);
  const [byHand, later, cancelled] = wishes.map((wish) => done.flatMap((answer) => answer[wish]));
  for (const codes of [byHand, later, cancelled]) expect(codes?.length).toBeGreaterThan(0);
  const left = 1000 - (later?.length ?? 0) - (cancelled?.length ?? 0);
  await expect.poll(executed(here), { interval: 250 }).toBe(left);

  const statusesOf = async (codes: string[] = []) => {
    const { organizationId } = here;
    const rows = await unscoped().order.findMany({ where: { organizationId, code: { in: codes } } });
    return [...new Set(rows.map(({ statusType }) => statusType))];
  };
  expect(await statusesOf(byHand)).toEqual(["automatic_execute"]);
  expect(await statusesOf(later)).toEqual(["scheduled"]);
  expect(await statusesOf(cancelled)).toEqual(["cancelled"]);
  expect(await made(here)).toEqual({
    invoices: left,
    invoiced: left,
    subscriptions: left,
    executions: left,
    told: left,
    readers: left,
    cancellations: cancelled?.length,
    schedules: later?.length,
    failures: 0,
  });
  for (const web of webs) web.child.kill();
});

/** Counts everything that executing and cancelling makes, to find anything that is missing or exists twice. */
async function made({ organizationId }: TestOrganization): Promise<object | undefined> {
  const [counts] = await unscoped().$queryRaw<object[]>`
    WITH history AS (SELECT kind FROM events WHERE organization_id = ${organizationId}::uuid),
      told AS (SELECT order_id FROM messages WHERE organization_id = ${organizationId}::uuid AND type = 'executed')
    SELECT count(*)::int AS invoices, count(DISTINCT order_id)::int AS invoiced,
      (SELECT count(*)::int FROM subscriptions WHERE organization_id = ${organizationId}::uuid) AS subscriptions,
      (SELECT count(*)::int FROM history WHERE kind = 'order.executed') AS executions,
      (SELECT count(*)::int FROM told) AS told, (SELECT count(DISTINCT order_id)::int FROM told) AS readers,
      (SELECT count(*)::int FROM history WHERE kind = 'order.cancelled') AS cancellations,
      (SELECT count(*)::int FROM order_schedules WHERE organization_id = ${organizationId}::uuid) AS schedules,
      (SELECT count(*)::int FROM history WHERE kind = 'order.schedule_failed') AS failures
    FROM invoices WHERE organization_id = ${organizationId}::uuid`;
  return counts;
}

/** Starts a process that runs the web's commands on the test's database. */
async function startWeb() {
  const child = await startProgram("web");
  const carryOut = async (errand: WebErrand): Promise<WebAnswer> => {
    child.send(errand);
    const [answer] = await once(child, "message");
    return answer;
  };
  return { child, carryOut };
}

/** Returns the locks that living workers hold, each the hash of the id that locks the worker's jobs. */
async function livingWorkers(): Promise<bigint[]> {
  const rows = await unscoped().$queryRaw<{ hash: bigint }[]>`
    SELECT objid::bigint AS hash FROM pg_locks WHERE locktype = 'advisory' AND classid = 7315004 AND granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  return rows.map(({ hash }) => hash);
}

/** Returns the orders that these workers are executing. */
async function heldBy(workers: bigint[]): Promise<string[]> {
  const rows = await unscoped().$queryRaw<{ id: string }[]>`
    SELECT orders.id FROM graphile_worker._private_jobs AS jobs
    JOIN orders ON jobs.key = 'execute_scheduled:' || orders.id AND status_type = 'executing'
    WHERE hashtext(locked_by)::bigint & 4294967295 = ANY(${workers}::bigint[])`;
  return rows.map(({ id }) => id);
}

/** Pauses a worker until it is found with at least this many orders, and kills it then. Returns the orders that it held. */
async function killHolding(child: ChildProcess, workers: bigint[], least: number): Promise<string[]> {
  const stopped = async () => {
    child.kill("SIGSTOP");
    const held = (await heldBy(workers)).length;
    if (held < least) child.kill("SIGCONT");
    return held;
  };
  await expect.poll(stopped, { interval: 20 }).toBeGreaterThanOrEqual(least);
  child.kill("SIGKILL");
  await once(child, "exit");
  return heldBy(workers);
}

/** Makes orders whose day has come, queued as the Storefront queues them. */
async function makeDueOrders(organization: TestOrganization, count: number) {
  const { organizationId, statuses } = organization;
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await insertOrders(client, { organizationId, count, now: new Date(), items: 1, submitted: true });
  await client.query("UPDATE products SET non_automatic = false WHERE organization_id = $1", [
    organizationId,
  ]);
  await client.query(
    "UPDATE orders SET status_id = $2, status_type = 'scheduled', non_automatic = false WHERE organization_id = $1",
    [organizationId, statuses.Scheduled],
  );
  await client.query(
    `INSERT INTO order_schedules (organization_id, order_id, day, time_zone, next_attempt_at)
    SELECT organization_id, id, current_date, 'Europe/Berlin', now() - interval '1 second' FROM orders WHERE organization_id = $1`,
    [organizationId],
  );
  const { rows } = await client.query<{ id: string; code: string; accountId: string }>(
    'SELECT id, code, account_id AS "accountId" FROM orders WHERE organization_id = $1 ORDER BY number',
    [organizationId],
  );
  await client.end();
  const ctx = schedulerCtx(organizationId, new Date());
  await transaction(ctx, (tx) =>
    addJobs(
      tx,
      rows.map((order) => scheduledJob(ctx, order)),
    ),
  );
  return rows;
}

function executed({ organizationId }: TestOrganization) {
  return () => unscoped().order.count({ where: { organizationId, statusType: "automatic_execute" } });
}
