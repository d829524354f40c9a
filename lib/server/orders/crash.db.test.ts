import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disconnect } from "../kernel/db";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
} from "../testing/factories/basics";
import { executionEffects, makeOrder, storedOrder } from "../testing/factories/orders";
import { CuttingProxy } from "../testing/processes/cutting-proxy";
import { executeOrder } from "./commands/execute-order";

/**
 * Cuts an execution off at every message between the product and PostgreSQL, before it arrives and after. After a restart
 * nothing may be half done, and trying again must do everything exactly once.
 */

let here: TestOrganization;
let accountId: string;
let products: string[];
let proxy: CuttingProxy;
beforeAll(async () => {
  here = await makeOrganization();
  accountId = (await makeAccount(here, { creditLimit: "1000000" })).id;
  products = [
    (await makeProduct(here)).id,
    (await makeProduct(here, { type: "asset", billingPeriod: "once" })).id,
  ];
  await disconnect();
  proxy = await CuttingProxy.before(process.env.DATABASE_URL ?? "");
  process.env.DATABASE_URL = proxy.url;
});
afterAll(async () => {
  await disconnect();
  await proxy.close();
});

describe.each(["before", "after"] as const)("cut %s a message", (side) => {
  test("an order is executed wholly or not at all, and once", async () => {
    let points = 0;
    for (let message = 1; ; message++) {
      const order = await makeOrder(here, {
        accountId,
        items: products.map((productId) => ({ productId, quantity: 2 })),
      });
      const { code } = order;
      const execute = () => executeOrder(here.as.operator, { code });
      const { messages } = await proxy.during({ message, side }, execute);
      if (messages < message) break;
      points++;
      await disconnect();

      const found = await storedOrder(here.as.operator, code);
      const whole = found.status.description === "Executed";
      expect(await executionEffects(here.as.operator, code), `at message ${message}`).toEqual(
        whole ? once : nothing,
      );
      const again = await execute();
      expect(again.ok, `at message ${message}`).toBe(!whole);
      expect(await executionEffects(here.as.operator, code), `at message ${message}`).toEqual(once);
    }
    expect(points).toBeGreaterThan(10);
    process.stdout.write(`  ${points} crash points, cut ${side} the message\n`);
  });
});

const nothing = { invoices: 0, lines: 0, subscriptions: 0, tasks: 0, jobs: 0, executed: 0 };
const once = { invoices: 1, lines: 2, subscriptions: 2, tasks: 2, jobs: 2, executed: 1 };
