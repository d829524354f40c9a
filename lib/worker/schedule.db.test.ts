import { once } from "node:events";
import pg from "pg";
import { afterEach, expect, test } from "vitest";
import { schedulerCtx } from "../server/ctx";
import { unscoped } from "../server/db";
import { addJobs } from "../server/jobs";
import { scheduledJob } from "../server/scheduling/schedule";
import { insertOrders } from "../server/testing/bulk-orders";
import { makeOrganization, type TestOrganization } from "../server/testing/factories";
import { startWorker } from "../server/testing/worker";
import { transaction } from "../server/transaction";

afterEach(() => unscoped().$executeRaw`DELETE FROM graphile_worker._private_jobs`);

test("two workers execute 1,000 due orders once each, though one is killed in the middle", async () => {
  const here = await makeOrganization();
  await makeDueOrders(here, 1000);
  const [victim] = [startWorker(), startWorker()];
  await expect.poll(executed(here), { timeout: 120_000, interval: 100 }).toBeGreaterThan(200);
  victim.child.kill("SIGKILL");
  await once(victim.child, "exit");
  const begun = await executed(here)();
  expect(begun).toBeLessThan(1000);

  // The minute that a try may last is over, for what the killed worker had and for what the other one has.
  await unscoped().$executeRaw`
    UPDATE order_schedules SET next_attempt_at = now() - interval '1 minute'
    FROM orders WHERE orders.id = order_id AND status_type = 'executing'`;
  await expect.poll(executed(here), { timeout: 180_000, interval: 250 }).toBe(1000);

  const [made] = await unscoped().$queryRaw`
    SELECT count(*)::int AS invoices, count(DISTINCT order_id)::int AS invoiced,
      (SELECT count(*)::int FROM subscriptions WHERE organization_id = ${here.organizationId}::uuid) AS subscriptions,
      (SELECT count(*)::int FROM order_history
        WHERE organization_id = ${here.organizationId}::uuid AND event = 'executed') AS told,
      (SELECT count(*)::int FROM order_schedules WHERE organization_id = ${here.organizationId}::uuid) AS schedules
    FROM invoices WHERE organization_id = ${here.organizationId}::uuid`.then((rows) => rows as object[]);
  expect(made).toEqual({ invoices: 1000, invoiced: 1000, subscriptions: 1000, told: 1000, schedules: 0 });
}, 320_000);

/** Orders whose day has come, queued as the Storefront queues them. */
async function makeDueOrders(organization: TestOrganization, count: number): Promise<void> {
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
  const { rows } = await client.query("SELECT id, code FROM orders WHERE organization_id = $1", [
    organizationId,
  ]);
  await client.end();
  const ctx = schedulerCtx(organizationId, new Date());
  await transaction(ctx, (tx) =>
    addJobs(
      tx,
      rows.map((order) => scheduledJob(ctx, order)),
    ),
  );
}

function executed({ organizationId }: TestOrganization) {
  return () => unscoped().order.count({ where: { organizationId, statusType: "automatic_execute" } });
}
