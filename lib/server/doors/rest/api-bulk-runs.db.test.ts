import { beforeAll, expect, test } from "vitest";
import { carryOutBulkRun } from "../../bulk/commands/carry-out-bulk-run";
import { systemCtx } from "../../kernel/ctx";
import { apiAs, expectProblem } from "../../testing/api";
import { makeAccount, makeOrganization, type TestOrganization } from "../../testing/factories/basics";
import { makeOrder } from "../../testing/factories/orders";

let here: TestOrganization;
let api: Awaited<ReturnType<typeof apiAs>>;
beforeAll(async () => {
  here = await makeOrganization();
  api = await apiAs(here);
});

const carryOut = (runId: string) => carryOutBulkRun(systemCtx(here.organizationId, new Date()), { runId });
const execute = { action: "execute", input: {} };

test("a program executes many orders and follows what becomes of each", async () => {
  const poor = await makeAccount(here, { creditLimit: "0" });
  const orders = [await makeOrder(here), await makeOrder(here, { accountId: poor.id })];
  const body = { selection: { orderIds: orders.map(({ id }) => id) }, work: execute };
  const started = await api("POST", "/bulk-runs", { body });
  expect([started.status, started.body.orders]).toEqual([201, 2]);
  const path = `/bulk-runs/${started.body.id}`;
  expect(started.headers.get("location")).toBe(`/api/v1${path}`);
  await carryOut(started.body.id);

  expect((await api("GET", path)).body).toMatchObject({ state: "finished", done: 1, refused: 1 });
  const first = await api("GET", `${path}/orders?limit=1`);
  const next = await api("GET", `${path}/orders?limit=1&cursor=${first.body.nextCursor}`);
  // Orders of the same moment come in the order of their ids.
  const told = [...first.body.data, ...next.body.data];
  const byCode = Object.fromEntries(
    told.map(({ code, outcome, problem }) => [code, [outcome, problem?.code]]),
  );
  const [done, held] = orders.map(({ code }) => code);
  expect(byCode).toEqual({ [`${done}`]: ["done", undefined], [`${held}`]: ["refused", "held"] });
  expect(next.body.nextCursor).toBeNull();
  expect((await api("GET", `${path}/orders?result=refused`)).body.data).toHaveLength(1);
  expect((await api("POST", `${path}/retry`)).body.state).toBe("running");
  expect((await api("POST", `${path}/stop`)).body.state).toBe("stopped");
  expect((await api("GET", "/bulk-runs")).body.data[0].id).toBe(started.body.id);
});

test("a filter selects what the order list shows, and a dry run says how many", async () => {
  const account = await makeAccount(here);
  for (let made = 0; made < 3; made++) await makeOrder(here, { accountId: account.id });
  const body = { selection: { filter: { account: account.id, unexecuted: "true" } }, work: execute };
  const runs = async () => (await api("GET", "/bulk-runs")).body.data.length;
  const before = await runs();
  expect((await api("POST", "/bulk-runs?dryRun=true", { body })).body.orders).toBe(3);
  expect(await runs()).toBe(before);
});

test("a filter that nobody can read selects nothing", async () => {
  for (const filter of [
    { account: "nobody" },
    { acount: "mistyped" },
    { from: "yesterday" },
    { status: ["Draft"] },
  ]) {
    const problem = await api("POST", "/bulk-runs", { body: { selection: { filter }, work: execute } });
    expectProblem(problem, 422, "invalid_body");
  }
});
