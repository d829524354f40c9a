import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { read } from "@/lib/server/kernel/db";
import { executeOrder } from "@/lib/server/orders/commands/execute-order";
import {
  makeAccount,
  makeOrganization,
  type TestOrganization,
  value,
} from "@/lib/server/testing/factories/basics";
import { makeOrder } from "@/lib/server/testing/factories/orders";
import { executeByHand } from "./execute-by-hand";

/** Tests that the limit of the benchmark does what the command does, so that the two can be compared. */

let here: TestOrganization;
beforeAll(async () => {
  here = await makeOrganization();
});

/** Returns what an execution leaves behind, without ids and times. */
async function leftBy(execute: (code: string) => Promise<unknown>) {
  const { code } = await makeOrder(here, { accountId: (await makeAccount(here, { creditLimit: null })).id });
  await execute(code);
  const { organizationId } = here;
  const order = await read(here.as.operator).order.findUniqueOrThrow({
    where: { organizationId_code: { organizationId, code } },
    select: {
      ...{ statusType: true, statusStorefrontType: true, executedItemCount: true, nonAutomatic: true },
      items: { select: { quantity: true, executedQuantity: true } },
      subscriptions: { select: { type: true, quantity: true, unitPrice: true } },
      invoices: {
        select: {
          ...{ netTotal: true, taxTotal: true, total: true, outstanding: true },
          lines: { select: { position: true, quantity: true, net: true, tax: true, total: true } },
        },
      },
      history: { select: { kind: true }, where: { kind: "order.executed" } },
    },
  });
  const tasks = await read(here.as.operator).provisioningTask.count({
    where: { orderItem: { order: { code } } },
  });
  return { order, tasks };
}

test("leaves an order executed, invoiced, subscribed and to be provisioned as the command does", async () => {
  const byCommand = await leftBy(async (code) => value(await executeOrder(here.as.operator, { code })));
  const status = await read(here.as.operator).orderStatus.findFirstOrThrow({
    where: { type: "automatic_execute" },
  });
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 1 });
  const client = await pool.connect();
  try {
    const byHand = await leftBy((code) => executeByHand(client, here.as.operator, code, status.id));
    expect(byHand).toEqual(byCommand);
  } finally {
    client.release();
    await pool.end();
  }
});
