import { beforeAll, expect, test } from "vitest";
import { describeError } from "../doors/action";
import { errorResponse } from "../doors/rest/problem";
import { cancelOrder } from "../orders/commands/cancel-order";
import { makeOrganization, type TestOrganization } from "../testing/factories/basics";
import { makeOrder, storedOrder } from "../testing/factories/orders";
import { owner } from "../testing/owner";
import { read, unscoped } from "./db";
import { TookTooLong } from "./errors";
import { isTimeout, transaction } from "./transaction";

/** Tests what happens to work that the database stops. What meets a limit here never ends by itself. */

Object.assign(process.env, {
  DATABASE_STATEMENT_SECONDS: "420",
  DATABASE_LOCK_SECONDS: "1",
  DATABASE_IDLE_SECONDS: "840",
});

let here: TestOrganization;
beforeAll(async () => {
  here = await makeOrganization();
});

test("the settings reach every connection", async () => {
  const limits = ["statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"];
  const told = await read(here.as.operator).$queryRaw<{ setting: string }[]>`
    SELECT current_setting(name) AS setting FROM unnest(${limits}::text[]) AS name`;
  expect(told.map(({ setting }) => setting)).toEqual(["7min", "1s", "14min"]);
});

test("a command that waits for a lock for too long changes nothing and says so", async () => {
  const { code } = await makeOrder(here);
  let outcome: unknown;
  await owner().$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT FROM orders WHERE code = ${code} FOR UPDATE`;
      outcome = await cancelOrder(here.as.operator, { code }).catch((error) => error);
    },
    { timeout: 600_000 },
  );
  expect(outcome).toBeInstanceOf(TookTooLong);
  expect((await storedOrder(here.as.operator, code)).statusId).toBe(here.statuses.Submitted);

  expect(describeError(outcome)).toMatchObject({
    reason: "failed",
    message:
      "This took too long, so we stopped it and saved nothing. Try again in a moment. What you typed is still here.",
  });
  const answer = errorResponse(outcome, "6f1c1e0e-6f3c-4a57-9d5e-0c3d8d8b6f10");
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(await answer.json()).toMatchObject({ code: "took_too_long" });
});

test("a statement that runs for too long is stopped", async () => {
  const running = transaction(here.as.operator, async (tx) => {
    await tx.$executeRaw`SET LOCAL statement_timeout = '100ms'`;
    await tx.$queryRaw`SELECT pg_sleep(3600)::text`;
  });
  expect(isTimeout(await running.catch((error) => error))).toBe(true);
});

test("a transaction that does nothing for too long is rolled back, and the next one works", async () => {
  const { code } = await makeOrder(here);
  const where = { code };
  const stalled = transaction(here.as.operator, async (tx) => {
    await tx.order.updateMany({ where, data: { note: "half done" } });
    await tx.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = '100ms'`;
    await expect
      .poll(
        () => unscoped().$queryRaw`
          SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'`,
      )
      .toEqual([]);
    await tx.order.updateMany({ where, data: { note: "done" } });
  });
  await expect(stalled).rejects.toThrow();
  await transaction(here.as.operator, (tx) => tx.order.updateMany({ where, data: { name: "next" } }));
  expect(await storedOrder(here.as.operator, code)).toMatchObject({ note: "", name: "next" });
});
