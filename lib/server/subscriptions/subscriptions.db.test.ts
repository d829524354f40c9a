import { beforeAll, expect, test } from "vitest";
import { read, sql, unscoped } from "../kernel/db";
import { Forbidden, NotFound } from "../kernel/errors";
import { failProvisioning } from "../provisioning/commands/by-hand";
import { makeAccount, makeOrganization, type TestOrganization, value } from "../testing/factories/basics";
import { makeTask } from "../testing/factories/provisioning";
import { getSubscription, listSubscriptions } from "./queries/subscriptions";

let here: TestOrganization;
let there: TestOrganization;
beforeAll(async () => {
  [here, there] = [await makeOrganization(), await makeOrganization()];
});

async function makeFailed() {
  const task = await makeTask(here, { provisioningDriver: "manual", name: "Rack" });
  value(await failProvisioning(here.as.operator, { taskId: task.id, reason: "No rack is free" }));
  const subscription = await read(here.as.operator).subscription.findFirstOrThrow({
    where: { provisioningTasks: { some: { id: task.id } } },
    select: { id: true, account: { select: { name: true, code: true } } },
  });
  return { task, ...subscription };
}

test("a subscription tells its account, order, price, and what may be done about its provisioning", async () => {
  const { task, id, account } = await makeFailed();
  const subscription = await getSubscription(here.as.operator, id);
  expect(subscription).toMatchObject({
    description: "Rack",
    account,
    orderCode: task.code,
    terms: [{ unitPrice: "10.00", discountPercent: "0" }],
    currency: "EUR",
    provisioning: { state: "failed", error: "No rack is free" },
    tasks: [{ id: task.id, driver: "manual", state: "failed", moves: ["complete", "retry"] }],
  });
  expect((await getSubscription(here.as.manager, id)).tasks).toMatchObject([{ moves: [] }]);
});

test("the list is filtered by provisioning, type and account, and searched by account and order", async () => {
  const { id, account, task } = await makeFailed();
  const other = await makeTask(here);
  const ids = async (raw: object) =>
    (await listSubscriptions(here.as.manager, raw)).rows.map((row) => row.id);
  expect(await ids({ provisioning: "failed", account: account.code })).toEqual([id]);
  expect(await ids({ provisioning: "provisioned" })).toEqual([]);
  expect(await ids({ type: "asset" })).toEqual([]);
  expect(await ids({ q: account.name.toUpperCase() })).toEqual([id]);
  expect(await ids({ q: "rack" })).toContain(id);
  expect(await ids({ q: task.code })).toEqual([id]);
  expect(await ids({ account: "A0", q: "" })).toEqual([]);
  expect(await ids({ provisioning: "pending" })).toHaveLength(1);
  expect(await ids({ q: other.code })).toHaveLength(1);
});

test("other organizations and Storefront roles see none of it", async () => {
  const { id } = await makeFailed();
  await expect(getSubscription(there.as.administrator, id)).rejects.toThrow(NotFound);
  await expect(getSubscription(here.as.operator, "not-an-id")).rejects.toThrow(NotFound);
  await expect(getSubscription(here.as.customer, id)).rejects.toThrow(Forbidden);
  await expect(listSubscriptions(here.as.reseller, {})).rejects.toThrow(Forbidden);
  expect((await listSubscriptions(there.as.administrator, {})).rows).toEqual([]);
});

test("those that are not provisioned are found by an index of their own", async () => {
  await makeAccount(here);
  const plan = await unscoped().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    return tx.$queryRaw<Record<string, string>[]>(sql`
      EXPLAIN SELECT id FROM subscriptions
      WHERE organization_id = ${here.organizationId}::uuid AND provisioning_state = 'failed'::provisioning_state
        AND provisioning_state <> 'provisioned'
      ORDER BY created_at DESC, id DESC LIMIT 51`);
  });
  const text = plan.map((line) => Object.values(line)[0]).join("\n");
  expect(text).toContain("subscriptions_by_provisioning_state");
  expect(text).not.toContain("Sort");
});
