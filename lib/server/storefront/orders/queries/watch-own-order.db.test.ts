import { beforeAll, expect, test } from "vitest";
import type { LiveChanges } from "@/lib/schemas/live";
import { cancelOrder } from "../../../orders/commands/cancel-order";
import { makeOrganization, type TestOrganization, value } from "../../../testing/factories/basics";
import { makeCustomer } from "../../../testing/factories/customers";
import { makeOrder } from "../../../testing/factories/orders";
import { watchOwnOrder } from "./watch-own-order";

let here: TestOrganization;
beforeAll(async () => {
  here = await makeOrganization();
});

async function watching() {
  const customer = await makeCustomer(here);
  const { accountId } = customer;
  const { id, code } = await makeOrder(here, { accountId });
  const filter = await watchOwnOrder(customer, code);
  const told: LiveChanges[] = [];
  const hear = (changes: LiveChanges) => filter.changed(changes, (own) => told.push(own));
  return { id, code, accountId, told, hear };
}

test("a customer's page hears of its order and of the account's credit, and of nothing else", async () => {
  const { id, accountId, told, hear } = await watching();
  const other = await makeOrder(here);
  hear({ orders: [other.id], credit: [other.accountId], subscriptions: "*", messages: "*" });
  hear({ orders: [other.id, id] });
  hear({ credit: [other.accountId, accountId] });
  expect(told).toEqual([{ orders: [id] }, { credit: [accountId] }]);
});

test("of many changes at once it hears when its own order is among them", async () => {
  const { id, code, told, hear } = await watching();
  value(await cancelOrder(here.as.operator, { code }));
  hear({ orders: "*" });
  await expect.poll(() => told).toEqual([{ orders: [id] }]);
  // The next message proves that these were processed: they changed other orders.
  hear({ orders: "*", credit: "*" });
  hear({ orders: [id] });
  expect(told).toEqual([{ orders: [id] }, { orders: [id] }]);
});
