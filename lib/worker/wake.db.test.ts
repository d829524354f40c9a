import pg from "pg";
import { afterEach, expect, test } from "vitest";
import { unscoped } from "../server/kernel/db";
import { makeOrganization, value } from "../server/testing/factories/basics";
import { makeOrder } from "../server/testing/factories/orders";
import { createWebhook } from "../server/webhooks/commands/create-webhook";
import { wakeOnEvents } from "./wake";

const databaseUrl = process.env.DATABASE_URL ?? "";
afterEach(() => unscoped().$executeRaw`DELETE FROM graphile_worker._private_jobs`);

const webhook = { name: "Warehouse", url: "https://warehouse.example", types: ["order.created"] };

async function jobsOf(webhookId: string): Promise<number> {
  const [jobs] = await unscoped().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE key = ${`make_deliveries:${webhookId}`}`;
  return jobs?.count ?? 0;
}

test("an event wakes the worker, which queues the webhooks that want it", async () => {
  const here = await makeOrganization();
  const { id } = value(await createWebhook(here.as.administrator, webhook));
  const waking = wakeOnEvents(databaseUrl);
  await expect
    .poll(
      async () => {
        // What was recorded before it listened, or was held back by another transaction, wakes nobody.
        await makeOrder(here);
        return jobsOf(id);
      },
      { timeout: 600_000 },
    )
    .toBe(1);
  await waking.stop();
});

test("nobody is woken for an organization without webhooks", async () => {
  const [without, here] = [await makeOrganization(), await makeOrganization()];
  value(await createWebhook(here.as.administrator, webhook));
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const heard = new Set<string>();
  client.on("notification", ({ payload = "" }) => {
    const [organization = "", topic] = payload.split(" ");
    if (topic === "events") heard.add(organization);
  });
  await client.query("LISTEN order_desk");
  await makeOrder(without);
  await makeOrder(here);
  await expect.poll(() => heard.has(here.organizationId)).toBe(true);
  expect(heard.has(without.organizationId)).toBe(false);
  await client.end();
});
