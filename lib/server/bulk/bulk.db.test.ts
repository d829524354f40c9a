import { beforeAll, describe, expect, test } from "vitest";
import type { StartBulkRunInput } from "@/lib/schemas/bulk";
import { read } from "../db";
import { Forbidden, NotFound } from "../errors";
import { executeOrder } from "../orders/execute";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  makeUser,
  type TestOrganization,
  value,
} from "../testing/factories";
import { makeOrder, storedOrder } from "../testing/orders";
import { preflightBulk } from "./preflight";
import { getBulkRun } from "./queries";
import { retryBulkRun } from "./retry";
import { carryOutBulkRun } from "./run";
import { startBulkRun } from "./start";
import { stopBulkRun } from "./stop";

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
const carryOut = (runId: string) => carryOutBulkRun(here.organizationId, runId);
const run = (runId: string) => getBulkRun(operator, { runId });

/** Two that can be executed, one held by credit, one executed and one cancelled already. */
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
    expect(messages.get(orders[3]?.code ?? "")).toMatch(/^refused .*executed already/);
    const stored = await storedOrder(operator, orders[0]?.code ?? "");
    expect(stored.history.at(-1)).toMatchObject({ event: "executed", actorId: operator.actor.id });
  });

  test("goes on where a killed worker stopped, and does nothing twice", async () => {
    const { orders, selection } = await mixed();
    const runId = await start({ selection, work: execute });
    // The worker was killed after the first order's execution committed and before its outcome was written.
    await read(operator).bulkRunOrder.updateMany({
      where: { runId, orderId: orders[0]?.id ?? "" },
      data: { outcome: "running" },
    });
    value(await executeOrder(operator, { code: orders[0]?.code ?? "" }));
    await carryOut(runId);
    await carryOut(runId);
    expect(await run(runId)).toMatchObject({ state: "finished", done: 2, refused: 3 });
    expect((await storedOrder(operator, orders[0]?.code ?? "")).invoices).toHaveLength(1);
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
  expect(await run(runId)).toMatchObject({ done: 3, refused: 2 });
  expect((await storedOrder(operator, orders[2]?.code ?? "")).history.at(-1)).toMatchObject({
    comment: "Season over",
  });
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
