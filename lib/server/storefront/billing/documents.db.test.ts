import { beforeAll, expect, test } from "vitest";
import { type Amount, amount, sum } from "@/lib/domain/values/money";
import { read } from "../../kernel/db";
import { cancelOrder } from "../../orders/commands/cancel-order";
import { deliverOrder } from "../../orders/commands/deliver-order";
import { executeOrder } from "../../orders/commands/execute-order";
import { exportOrders } from "../../orders/queries/export-orders";
import { getSubscription, listSubscriptions } from "../../subscriptions/queries/subscriptions";
import { makeOrganization, makeProduct, type TestOrganization, value } from "../../testing/factories/basics";
import { basketOf, placeBasket } from "../../testing/factories/baskets";
import { makeCustomer } from "../../testing/factories/customers";
import { makeOrder, storedOrder } from "../../testing/factories/orders";
import { addToBasket } from "../basket/commands/add-to-basket";
import type { CustomerCtx } from "../customer";
import { getOwnOrder } from "../orders/queries/get-own-order";
import { listOwnSubscriptions } from "./queries/own-subscriptions";

/** Checks that the lines of every document add up to its totals, with discounts: docs/domain.md, section 2. */

let here: TestOrganization;
let ids: { mail: string; domain: string; setup: string; hand: string };
beforeAll(async () => {
  here = await makeOrganization();
  const product = async (name: string, more: object) => (await makeProduct(here, { name, ...more })).id;
  ids = {
    mail: await product("Mail", { price: "3.335", taxRate: "19" }),
    domain: await product("Domain", { price: "14.005", taxRate: "7", billingPeriod: "year" }),
    setup: await product("Setup", { price: "99.99", type: "one_off", billingPeriod: "once" }),
    hand: await product("Rack", { price: "0.035", nonAutomatic: true }),
  };
});

const net = (lines: readonly { net: string }[]): Amount => sum(lines.map((line) => amount(line.net)));
const expectToAddUp = (
  lines: readonly { net: string }[],
  totals: Record<"net" | "tax" | "finalPrice", string>,
) => {
  expect(net(lines).toFixed(2)).toBe(totals.net);
  expect(amount(totals.net).plus(totals.tax).toFixed(2)).toBe(totals.finalPrice);
};
/** Gives an order a discount, as staff or earlier versions of a basket could. */
const discount = (orderId: string, percent: string) =>
  read(here.as.operator).orderItem.updateMany({ where: { orderId }, data: { discountPercent: percent } });
const filledBasket = async (): Promise<CustomerCtx> => {
  const customer = await makeCustomer(here);
  for (const [productId, quantity] of [
    [ids.mail, 7],
    [ids.domain, 3],
    [ids.setup, 1],
  ] as const)
    value(await addToBasket(customer, { productId, quantity }));
  const { code } = await basketOf(customer);
  await discount((await storedOrder(here.as.operator, code)).id, "12.5");
  return customer;
};

test("basket and checkout show discounts, and what recurs apart from what is due once", async () => {
  const basket = await basketOf(await filledBasket());
  expectToAddUp(basket.items, basket.totals);
  expect(
    basket.items.map(({ description, discountPercent, net }) => [description, discountPercent, net]),
  ).toEqual([
    ["Mail", "12.5", "20.43"],
    ["Domain", "12.5", "36.76"],
    ["Setup", "12.5", "87.49"],
  ]);
  expect(basket.recurring).toEqual([
    { period: "month", net: "20.43", tax: "3.88", total: "24.31" },
    { period: "year", net: "36.76", tax: "2.57", total: "39.33" },
  ]);
});

test("an order's page adds up when it is placed, and after a part was executed and the rest canceled", async () => {
  const customer = await filledBasket();
  const placed = value(await placeBasket(customer));
  const own = await getOwnOrder(customer, placed.code);
  expectToAddUp(own.lines, own.totals);
  expect(own.lines.map(({ discountPercent }) => discountPercent)).toEqual(["12.5", "12.5", "12.5"]);

  const { accountId } = customer;
  const item = { productId: ids.hand, quantity: 9, discountPercent: "33" };
  const { code, items } = await makeOrder(here, { accountId, items: [item] });
  const part = [{ itemId: items[0]?.id ?? "", quantity: 4 }];
  const { subOrderCode } = value(await deliverOrder(here.as.operator, { code, items: part }));
  value(await executeOrder(here.as.operator, { code: subOrderCode }));
  value(await cancelOrder(here.as.operator, { code }));
  const after = await getOwnOrder(customer, code);
  expect(after.lines).toMatchObject([{ quantity: 4, cancelled: 5, discountPercent: "33" }]);
  expectToAddUp(after.lines, after.totals);
});

test("subscriptions show their discount and come to the discounted price, in BSS and Storefront", async () => {
  const customer = await makeCustomer(here);
  const { accountId } = customer;
  const item = { productId: ids.mail, quantity: 4, discountPercent: "10" };
  const { code } = await makeOrder(here, { accountId, items: [item] });
  value(await executeOrder(here.as.operator, { code }));
  const [own] = (await listOwnSubscriptions(customer, {})).rows;
  const terms = [{ quantity: 4, unitPrice: "3.335", discountPercent: "10", net: "12.01" }];
  expect(own).toMatchObject({ quantity: 4, terms, net: "12.01" });

  const more = { ...item, quantity: 3, discountPercent: "0", itemType: "quantity_change" as const };
  const added = await makeOrder(here, { accountId, items: [{ ...more, subscriptionId: own?.id ?? "" }] });
  value(await executeOrder(here.as.operator, { code: added.code }));
  const { operator } = here.as;
  const [row] = (await listSubscriptions(operator, { q: code })).rows;
  for (const subscription of [
    (await listOwnSubscriptions(customer, {})).rows[0],
    row,
    await getSubscription(operator, own?.id ?? ""),
  ]) {
    expect(subscription).toMatchObject({
      quantity: 7,
      terms: [...terms, { quantity: 3, unitPrice: "3.335", discountPercent: "0", net: "10.01" }],
      net: "22.02",
    });
  }
});

test("a row of the CSV file comes to its total", async () => {
  const { accountId } = await makeCustomer(here);
  const lines = [ids.mail, ids.domain].map((productId) => ({
    productId,
    quantity: 7,
    discountPercent: "12.5",
  }));
  const { code, name } = await makeOrder(here, { accountId, items: lines });
  let file = "";
  for await (const chunk of await exportOrders(here.as.operator, { q: code })) file += chunk;
  const [heading = "", row = ""] = file.replace("\uFEFF", "").split("\r\n");
  expect(name).not.toContain(",");
  const cells = Object.fromEntries(heading.split(",").map((column, i) => [column, row.split(",")[i] ?? ""]));
  expect(cells).toMatchObject({ Net: "106.21", Tax: "9.88", Total: "116.09" });
});
