import { beforeAll, expect, test } from "vitest";
import { addDays, localDay } from "@/lib/domain/values/day";
import { scheduledOrders } from "../../dashboard/queries/scheduled-orders";
import { read } from "../../kernel/db";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
} from "../../testing/factories/basics";
import { makeScheduledOrder } from "../../testing/factories/scheduling";
import { getOrder } from "../queries/get-order";
import { forecastOf } from "./forecast";

let here: TestOrganization;
beforeAll(async () => {
  here = await makeOrganization();
});

test("BSS is warned of what would fail on its day: credit that others use first, prices, products not sold", async () => {
  const product = await makeProduct(here);
  const other = await makeProduct(here);
  const accountId = (await makeAccount(here, { creditLimit: "30" })).id;
  const items = (productId = product.id) => ({ accountId, items: [{ productId, quantity: 1 }] });
  const first = await makeScheduledOrder(here, items());
  const second = await makeScheduledOrder(here, items());
  const third = await makeScheduledOrder(here, items());
  const gone = await makeScheduledOrder(here, items(other.id));
  await read(here.as.operator).product.updateMany({ where: { id: other.id }, data: { active: false } });

  const ids = [first, second, third, gone].map(({ id }) => id);
  const all = await forecastOf(here.as.operator, ids);
  expect(ids.map((id) => all.get(id)?.gates.map(({ gate }) => gate))).toEqual([
    [],
    [],
    ["credit"],
    ["not_sold", "credit"],
  ]);
  // Orders that are due before count, even if nobody asked for them.
  const alone = await forecastOf(here.as.operator, [third.id]);
  expect(alone.get(third.id)?.gates).toMatchObject([{ gate: "credit", missing: "6.00" }]);

  await read(here.as.operator).product.updateMany({ where: { id: product.id }, data: { price: "20" } });
  expect((await getOrder(here.as.operator, first.code)).schedule?.forecast).toEqual({
    gates: [],
    price: { before: "12.00", after: "24.00" },
  });
  const listed = await scheduledOrders(here.as.operator);
  expect(listed.map(({ code, forecast }) => [code, forecast.length > 0])).toEqual([
    [second.code, true],
    [third.code, true],
    [gone.code, true],
    [first.code, false],
  ]);
});

test("what would fail is shown before what is due earlier, however much of that there is", async () => {
  const organization = await makeOrganization();
  const sound = await makeAccount(organization);
  const poor = await makeAccount(organization, { creditLimit: "5" });
  const today = localDay(new Date(), "UTC");
  const early: string[] = [];
  for (let at = 0; at < 7; at++) {
    const order = await makeScheduledOrder(
      organization,
      { accountId: sound.id },
      { day: addDays(today, 1 + at) },
    );
    early.push(order.code);
  }
  const failing = await makeScheduledOrder(organization, { accountId: poor.id }, { day: addDays(today, 30) });
  const listed = await scheduledOrders(organization.as.operator);
  expect(listed.map(({ code }) => code)).toEqual([failing.code, ...early.slice(0, 4)]);
});
