import { beforeAll, describe, expect, test } from "vitest";
import type { StartBulkRunInput } from "@/lib/schemas/bulk";
import { revokeApiKey } from "../api-keys/commands/revoke-api-key";
import { ctxOfKey } from "../api-keys/ctx-of-key";
import { systemCtx } from "../kernel/ctx";
import { read } from "../kernel/db";
import { Forbidden, NotFound } from "../kernel/errors";
import { cancelOrder } from "../orders/commands/cancel-order";
import { executeOrder } from "../orders/commands/execute-order";
import { setOrderStatus } from "../orders/commands/set-order-status";
import { makeApiKey } from "../testing/factories/api-keys";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  makeUser,
  type TestOrganization,
  value,
} from "../testing/factories/basics";
import { makeOrder, storedOrder } from "../testing/factories/orders";
import { makeVendorProduct, testSecret } from "../testing/factories/vendors";
import { VendorSimulator } from "../vendor-simulator/simulator";
import { claim, loadRun, takeUp } from "./attempt";
import { carryOutBulkRun } from "./commands/carry-out-bulk-run";
import { retryBulkRun } from "./commands/retry-bulk-run";
import { startBulkRun } from "./commands/start-bulk-run";
import { stopBulkRun } from "./commands/stop-bulk-run";
import { type Outcome, record } from "./outcomes";
import { getBulkRun, listBulkRuns } from "./queries/bulk-runs";
import { preflightBulk } from "./queries/preflight-bulk";

let here: TestOrganization;
let operator: TestOrganization["as"]["operator"];
let productId: string;
let rich: string;
let poor: string;
beforeAll(async () => {
  here = await makeOrganization();
  const user = await makeUser(here, { role: "operator" });
  operator = { ...here.as.operator, actor: { ...here.as.operator.actor, id: user.id } };
  productId = (await makeProduct(here)).id;
  rich = (await makeAccount(here)).id;
  poor = (await makeAccount(here, { creditLimit: "0" })).id;
});

const order = (accountId: string, statusId?: string) =>
  makeOrder(here, { accountId, items: [{ productId, quantity: 1 }], ...(statusId && { statusId }) });
const execute = { action: "execute", input: {} } as const;
const start = async (input: StartBulkRunInput) => value(await startBulkRun(operator, input)).runId;
const carryOut = (runId: string) => carryOutBulkRun(systemCtx(here.organizationId, new Date()), { runId });
const run = async (runId: string) => {
  const { run, results } = await getBulkRun(operator, { runId });
  return { ...run, results: results.rows };
};

const inProgress = () => ({
  organizationId: here.organizationId,
  type: "in_progress" as const,
  storefrontType: "viewable" as const,
});

/** Moves an order as the Storefront or the scheduler would. */
async function moveTo(order: { id: string } | undefined, description: string) {
  const { id, type, storefrontType } = await read(operator).orderStatus.findFirstOrThrow({
    where: { description },
  });
  const moved = { statusId: id, statusType: type, statusStorefrontType: storefrontType };
  await read(operator).order.updateMany({ where: { id: order?.id ?? "" }, data: moved });
}

/** Makes two orders that can be executed, one that credit holds, one executed and one cancelled. */
async function mixed() {
  const orders = [
    await order(rich),
    await order(rich),
    await order(poor),
    await order(rich, here.statuses.Executed),
    await order(rich, here.statuses.Canceled),
  ];
  return { orders, selection: { orderIds: orders.map(({ id }) => id) } };
}

describe("executing many", () => {
  test("asks vendors as each order's own execution does", async () => {
    const outside = await VendorSimulator.start(testSecret);
    const endpoint = outside.url({ stock: 2 });
    const product = await makeVendorProduct(here, { endpoint, preCheck: true });
    const orders = await Promise.all(
      [2, 3].map((quantity) =>
        makeOrder(here, { accountId: rich, items: [{ productId: product.id, quantity }] }),
      ),
    );
    const runId = await start({ selection: { orderIds: orders.map(({ id }) => id) }, work: execute });
    await carryOut(runId);
    const { done, refused, results } = await run(runId);
    expect([done, refused, outside.asked.length]).toEqual([1, 1, 2]);
    expect(results.find(({ outcome }) => outcome === "refused")?.message).toContain(
      "Only 2 of these can be delivered at once.",
    );
    await outside.stop();
  });

  test("does what can be done, tells why of the rest, and says so beforehand", async () => {
    const { orders, selection } = await mixed();
    expect(await preflightBulk(operator, { action: "execute", selection })).toEqual({
      selected: 5,
      tooMany: false,
      ready: 2,
      held: [{ gate: "credit", orders: 1 }],
      alreadyExecuted: 1,
      alreadyCancelled: 1,
      notInBss: 0,
      shown: expect.objectContaining({
        facts: [
          { label: "Selected", words: "5 orders" },
          { label: "Ready", words: "2 orders" },
          { label: "Held by: Credit", words: "1 order" },
          { label: "Already executed", words: "1 order" },
          { label: "Already canceled", words: "1 order" },
        ],
      }),
    });
    const runId = await start({ selection, work: execute });
    expect(await run(runId)).toMatchObject({ state: "running", orders: 5, done: 0 });
    await carryOut(runId);
    const ended = await run(runId);
    expect(ended).toMatchObject({ state: "finished", done: 2, refused: 3, failed: 0 });
    const messages = new Map(
      ended.results.map(({ code, outcome, message }) => [code, `${outcome} ${message ?? ""}`]),
    );
    expect(messages.get(orders[0]?.code ?? "")).toBe("done ");
    expect(messages.get(orders[2]?.code ?? "")).toMatch(/^refused .*credit/);
    expect(messages.get(orders[3]?.code ?? "")).toMatch(/^refused .*already been executed/);
    const stored = await storedOrder(operator, orders[0]?.code ?? "");
    expect(stored.history.at(-1)).toMatchObject({ kind: "order.executed", actorId: operator.actor.id });
  });

  test("counts each account's credit once, however many orders want it", async () => {
    const account = await makeAccount(here, { creditLimit: "30" });
    const two = { accountId: account.id, items: [{ productId, quantity: 2 }] };
    const orders = [await makeOrder(here, two), await makeOrder(here, two), await order(rich)];
    const selection = { orderIds: orders.map(({ id }) => id) };
    expect(await preflightBulk(operator, { action: "execute", selection })).toMatchObject({
      selected: 3,
      ready: 2,
      held: [{ gate: "credit", orders: 1 }],
    });
    const runId = await start({ selection, work: execute, readyOnly: true });
    await carryOut(runId);
    expect(await run(runId)).toMatchObject({ state: "finished", orders: 2, done: 2 });
  });

  test("goes on where a killed worker stopped, and does nothing twice", async () => {
    const { orders, selection } = await mixed();
    const runId = await start({ selection, work: execute });
    // The worker was killed after it committed the first order's execution and before it wrote the outcome.
    await read(operator).bulkRunOrder.updateMany({
      where: { runId, orderId: orders[0]?.id ?? "" },
      data: { outcome: "running", attempt: 0 },
    });
    value(await executeOrder({ ...operator, bulkRunId: runId }, { code: orders[0]?.code ?? "" }));
    await carryOut(runId);
    await carryOut(runId);
    expect(await run(runId)).toMatchObject({ state: "finished", done: 2, refused: 3 });
    expect((await storedOrder(operator, orders[0]?.code ?? "")).invoices).toHaveLength(1);
  });

  test("what its own person executed by hand while a killed worker had it is not claimed as the run's", async () => {
    const { orders, selection } = await mixed();
    const [first] = orders;
    const runId = await start({ selection, work: execute });
    await read(operator).bulkRunOrder.updateMany({
      where: { runId, orderId: first?.id ?? "" },
      data: { outcome: "running", attempt: 0 },
    });
    value(await executeOrder(operator, { code: first?.code ?? "" }));
    await carryOut(runId);
    expect(await run(runId)).toMatchObject({ state: "finished", done: 1, refused: 4 });
  });

  test("what its own person cancelled while a killed worker had it to execute is not told as done", async () => {
    const { orders, selection } = await mixed();
    const [first] = orders;
    const runId = await start({ selection, work: execute });
    await read(operator).bulkRunOrder.updateMany({
      where: { runId, orderId: first?.id ?? "" },
      data: { outcome: "running", attempt: 0 },
    });
    value(await cancelOrder(operator, { code: first?.code ?? "" }));
    await carryOut(runId);
    const ended = await run(runId);
    expect(ended).toMatchObject({ state: "finished", done: 1, refused: 4 });
    expect(ended.results.find(({ code }) => code === first?.code)).toMatchObject({
      outcome: "refused",
      message: expect.stringMatching(/canceled, which is final/),
    });
  });

  test("two workers with one run, and a stop and a retry meanwhile, do each order once", async () => {
    const orders = await Promise.all(Array.from({ length: 40 }, () => order(rich)));
    const runId = await start({ selection: { orderIds: orders.map(({ id }) => id) }, work: execute });
    const early = carryOut(runId);
    await expect.poll(async () => (await run(runId)).done).toBeGreaterThan(0);
    value(await stopBulkRun(operator, { runId }));
    value(await retryBulkRun(operator, { runId }));
    await Promise.all([early, carryOut(runId), carryOut(runId)]);
    await carryOut(runId);

    expect(await run(runId)).toMatchObject({ state: "finished", done: 40, refused: 0, failed: 0 });
    const orderIds = orders.map(({ id }) => id);
    const invoices = await read(operator).invoice.findMany({ where: { orderId: { in: orderIds } } });
    expect(invoices.map(({ orderId }) => orderId).sort()).toEqual(orderIds.sort());
    const executed = { orderId: { in: orderIds }, kind: "order.executed" };
    expect(await read(operator).event.count({ where: executed })).toBe(40);
  });

  test("who lost a run to another worker writes nothing more", async () => {
    const { selection } = await mixed();
    const runId = await start({ selection, work: execute });
    const lost = await takeUp(here.organizationId, runId);
    const held = await takeUp(here.organizationId, runId);
    if (!lost || !held) throw new Error("The run is running");
    expect(await loadRun(lost)).toBeNull();
    const heldRun = await loadRun(held);
    const [claimed] = heldRun ? await claim(heldRun) : [];
    const done: Outcome[] = [{ position: claimed?.position ?? 0, outcome: "done", refusal: null }];
    expect(await record(lost, done)).toBe(false);
    expect(await run(runId)).toMatchObject({ done: 0 });
    expect(await record(held, done)).toBe(true);
    expect(await run(runId)).toMatchObject({ done: 1 });
  });

  test("only what is ready, where that is chosen", async () => {
    const { orders, selection } = await mixed();
    const runId = await start({ selection, work: execute, readyOnly: true });
    await carryOut(runId);
    const ended = await run(runId);
    expect(ended).toMatchObject({ state: "finished", orders: 2, done: 2 });
    expect(ended.results.map(({ code }) => code).sort()).toEqual(orders.slice(0, 2).map(({ code }) => code));
    expect(await startBulkRun(operator, { selection, work: execute, readyOnly: true })).toMatchObject({
      refusal: { reason: "nothing_selected" },
    });
  });

  test("all that match the filter", async () => {
    const account = await makeAccount(here);
    const codes = [(await order(account.id)).code, (await order(account.id)).code];
    const filter = { account: account.id, unexecuted: "true" } as StartBulkRunInput["selection"] extends {
      filter: infer F;
    }
      ? F
      : never;
    const runId = await start({ selection: { filter }, work: execute });
    await carryOut(runId);
    expect((await run(runId)).results.map(({ code }) => code).sort()).toEqual(codes.sort());
  });

  test("is refused where nothing matches", async () => {
    const selection = { orderIds: [crypto.randomUUID()] };
    expect(await startBulkRun(operator, { selection, work: execute })).toMatchObject({
      refusal: { reason: "nothing_selected" },
    });
  });
});

test("cancelling many takes a reason and a comment", async () => {
  const { orders, selection } = await mixed();
  expect(await preflightBulk(operator, { action: "cancel", selection })).toMatchObject({
    ready: 3,
    alreadyExecuted: 1,
  });
  const work = {
    action: "cancel",
    input: { statusId: here.statuses.Canceled ?? "", comment: "Season over" },
  } as const;
  const runId = await start({ selection, work });
  await carryOut(runId);
  expect(await run(runId)).toMatchObject({ done: 3, refused: 2, status: "Canceled", comment: "Season over" });
  expect((await storedOrder(operator, orders[2]?.code ?? "")).history.at(-1)).toMatchObject({
    comment: "Season over",
  });
});

test("setting a status for many changes those that users may move, with the comment, and leaves the others", async () => {
  const waiting = await read(operator).orderStatus.create({
    data: { ...{ no: 20, description: "Awaiting documents", color: "#123456" }, ...inProgress() },
  });
  const orders = [
    await order(rich),
    await order(poor),
    await order(rich),
    await order(rich),
    await order(rich),
  ];
  const codes = orders.map(({ code }) => code);
  await moveTo(orders[1], "Scheduled");
  await moveTo(orders[2], "Pending Reseller Approval");
  value(await setOrderStatus(operator, { code: codes[3] ?? "", statusId: waiting.id }));
  value(await cancelOrder(operator, { code: codes[4] ?? "" }));

  const selection = { orderIds: orders.map(({ id }) => id) };
  expect(await preflightBulk(operator, { action: "set_status", selection })).toMatchObject({
    ...{ selected: 5, ready: 2, alreadyCancelled: 1, notInBss: 1 },
    held: [{ gate: "approval", orders: 1 }],
  });
  const input = { statusId: waiting.id, comment: "Passport is missing" };
  const runId = await start({ selection, work: { action: "set_status", input } });
  await carryOut(runId);
  const said = { status: "Awaiting documents", comment: "Passport is missing", startDate: null };
  expect(await run(runId)).toMatchObject({ state: "finished", done: 2, refused: 3, failed: 0, ...said });
  expect((await listBulkRuns(operator, {})).rows.find(({ id }) => id === runId)).toMatchObject(said);

  const after = await Promise.all(codes.map((code) => storedOrder(operator, code)));
  expect(after.map(({ status }) => status.description)).toEqual([
    "Awaiting documents",
    "Scheduled",
    "Pending Reseller Approval",
    "Awaiting documents",
    "Canceled",
  ]);
  expect(after[0]?.history.at(-1)).toMatchObject({
    ...{ kind: "order.status_changed", actorId: operator.actor.id, comment: "Passport is missing" },
    ...{ before: { status: "Submitted" }, after: { status: "Awaiting documents" } },
  });
  const changes = after.map(
    ({ history }) => history.filter(({ kind }) => kind === "order.status_changed").length,
  );
  expect(changes).toEqual([1, 0, 0, 1, 0]);
});

test("a stopped run leaves the rest, and retry takes up what was not done", async () => {
  const { selection } = await mixed();
  const runId = await start({ selection, work: execute });
  value(await stopBulkRun(operator, { runId }));
  await carryOut(runId);
  expect(await run(runId)).toMatchObject({ state: "stopped", done: 0 });
  expect((await stopBulkRun(operator, { runId })).ok).toBe(false);

  value(await retryBulkRun(operator, { runId }));
  await carryOut(runId);
  expect(await run(runId)).toMatchObject({ state: "finished", done: 2, refused: 3 });
  await read(operator).account.updateMany({ where: { id: poor }, data: { creditLimit: "100" } });
  value(await retryBulkRun(operator, { runId }));
  await carryOut(runId);
  expect(await run(runId)).toMatchObject({ done: 3, refused: 2 });
});

test("who was deactivated meanwhile executes nothing more", async () => {
  const { selection } = await mixed();
  const user = await makeUser(here, { role: "operator" });
  const ctx = { ...operator, actor: { ...operator.actor, id: user.id } };
  const { runId } = value(await startBulkRun(ctx, { selection, work: execute }));
  await read(operator).user.updateMany({ where: { id: user.id }, data: { active: false } });
  await carryOut(runId);
  expect(await run(runId)).toMatchObject({ done: 0, refused: 5 });
});

test("a colleague who retries does it in their own name, whatever became of who started it", async () => {
  const orders = [await order(rich), await order(rich)];
  const selection = { orderIds: orders.map(({ id }) => id) };
  const [starter, colleague] = [await makeUser(here), await makeUser(here, { name: "Grace Example" })];
  const as = ({ id, name }: typeof starter) => ({ ...operator, actor: { ...operator.actor, id, name } });
  const { runId } = value(await startBulkRun(as(starter), { selection, work: execute }));
  await read(operator).user.updateMany({ where: { id: starter.id }, data: { active: false } });
  await carryOut(runId);
  expect(await run(runId)).toMatchObject({ done: 0, refused: 2 });
  value(await retryBulkRun(as(colleague), { runId }));
  await carryOut(runId);
  expect(await run(runId)).toMatchObject({ done: 2, refused: 0, retriedBy: "Grace Example" });
  const { history } = await storedOrder(operator, orders[0]?.code ?? "");
  expect(history.at(-1)).toMatchObject({
    kind: "order.executed",
    actorId: colleague.id,
    actorName: "Grace Example",
  });
});

test("runs are found again, newest first, their results page by page and by how they went", async () => {
  const there = await makeOrganization();
  const user = await makeUser(there, { role: "operator" });
  const ctx = { ...there.as.operator, actor: { ...there.as.operator.actor, id: user.id } };
  const accountId = (await makeAccount(there)).id;
  const product = (await makeProduct(there)).id;
  const made: { id: string }[] = [];
  while (made.length < 103) {
    made.push(await makeOrder(there, { accountId, items: [{ productId: product, quantity: 1 }] }));
  }
  const all = value(
    await startBulkRun(ctx, { selection: { orderIds: made.map(({ id }) => id) }, work: execute }),
  );
  const one = value(
    await startBulkRun(
      { ...ctx, now: new Date(ctx.now.getTime() + 1000) },
      { selection: { orderIds: [made[0]?.id ?? ""] }, work: execute },
    ),
  );
  expect((await listBulkRuns(there.as.manager, {})).rows.map(({ id }) => id)).toEqual([one.runId, all.runId]);
  expect((await listBulkRuns(operator, {})).rows.map(({ id }) => id)).not.toContain(all.runId);

  const page = async (cursor?: string | null) =>
    (await getBulkRun(there.as.manager, { runId: all.runId, result: "waiting", cursor })).results;
  const first = await page();
  expect([first.rows.length, first.previous]).toEqual([100, null]);
  const second = await page(first.next);
  expect(second.rows.map(({ position }) => position)).toEqual([101, 102, 103]);
  expect(second.next).toBeNull();
  expect(await page(second.previous)).toEqual(first);
  expect(
    (await getBulkRun(there.as.manager, { runId: all.runId, result: "refused" })).results.rows,
  ).toHaveLength(0);
  expect((await getBulkRun(there.as.manager, { runId: all.runId })).mayAct).toBe(false);
});

test("a manager may not, and another organization sees and selects nothing", async () => {
  const { selection } = await mixed();
  await expect(startBulkRun(here.as.manager, { selection, work: execute })).rejects.toThrow(Forbidden);
  const there = await makeOrganization();
  expect(await startBulkRun(there.as.operator, { selection, work: execute })).toMatchObject({ ok: false });
  const runId = await start({ selection, work: execute });
  for (const ask of [getBulkRun, stopBulkRun, retryBulkRun]) {
    await expect(ask(there.as.operator, { runId })).rejects.toThrow(NotFound);
  }
});

describe("in the name of an API key", () => {
  const keyOf = async () => {
    const { id, secret } = await makeApiKey(here, { name: "Nightly", role: "operator" });
    const caller = await ctxOfKey(secret, new Date());
    if (!caller) throw new Error("A new key counts");
    return { id, ctx: caller.ctx };
  };

  test("a run goes on, and each order's history says so", async () => {
    const key = await keyOf();
    const { id, code } = await order(rich);
    const { runId } = value(await startBulkRun(key.ctx, { selection: { orderIds: [id] }, work: execute }));
    await carryOut(runId);
    expect(await run(runId)).toMatchObject({ state: "finished", startedBy: "Nightly", done: 1 });
    const { history } = await storedOrder(operator, code);
    expect(history.at(-1)).toMatchObject({
      kind: "order.executed",
      actorType: "api_key",
      actorId: key.id,
      actorName: "Nightly",
      bulkRunId: runId,
    });
  });

  test("a run that a person started is retried, and the other way round", async () => {
    const key = await keyOf();
    const { id, code } = await order((await makeAccount(here, { creditLimit: "0" })).id);
    const work = { selection: { orderIds: [id] }, work: execute };
    const runId = await start(work);
    await carryOut(runId);
    value(await retryBulkRun(key.ctx, { runId }));
    await carryOut(runId);
    expect(await run(runId)).toMatchObject({ startedBy: operator.actor.name, retriedBy: "Nightly" });
    expect((await storedOrder(operator, code)).history.at(-1)).toMatchObject({ actorId: key.id });
    value(await retryBulkRun(operator, { runId }));
    await carryOut(runId);
    expect((await storedOrder(operator, code)).history.at(-1)).toMatchObject({ actorId: operator.actor.id });
  });

  test("a run of a revoked key does nothing more", async () => {
    const key = await keyOf();
    const { id } = await order(rich);
    const { runId } = value(await startBulkRun(key.ctx, { selection: { orderIds: [id] }, work: execute }));
    value(await revokeApiKey(here.as.administrator, { id: key.id }));
    await carryOut(runId);
    const { refused, results } = await run(runId);
    expect([refused, results[0]?.message]).toEqual([1, "Nightly no longer has permission to do this."]);
  });
});
