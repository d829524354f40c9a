import { beforeAll, describe, expect, test } from "vitest";
import { addDays, localDay } from "@/lib/domain/values/day";
import { read } from "../../../kernel/db";
import { NotFound } from "../../../kernel/errors";
import { deliverOrder } from "../../../orders/commands/deliver-order";
import { editOrder } from "../../../orders/commands/edit-order";
import { executeOrder } from "../../../orders/commands/execute-order";
import {
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../../../testing/factories/basics";
import { basketOf, buy, placeBasket } from "../../../testing/factories/baskets";
import { makeCustomer, makeReseller } from "../../../testing/factories/customers";
import { messagesAbout } from "../../../testing/factories/messages";
import { storedOrder } from "../../../testing/factories/orders";
import { payFor } from "../../../testing/factories/payments";
import { addToBasket } from "../../basket/commands/add-to-basket";
import { chooseExecutionDate } from "../../basket/commands/choose-execution-date";
import { getOwnCredit } from "../../billing/queries/own-bills";
import type { CustomerCtx } from "../../customer";
import { getOwnOrder } from "../queries/get-own-order";
import { cancelOwnOrder } from "./cancel-own-order";
import { rescheduleOrder } from "./reschedule-order";

/**
 * Covers how customers cancel what they submitted while nothing of it is executed: docs/domain.md, section 5, "Own orders".
 */

let here: TestOrganization;
/** Names a product that staff sets up, so that its order waits. */
let productId: string;
beforeAll(async () => {
  here = await makeOrganization();
  productId = (await makeProduct(here, { name: "Rack", price: "10", nonAutomatic: true })).id;
});

const shownOf = async (customer: CustomerCtx, code: string) => {
  const { version, shown } = await getOwnOrder(customer, code);
  return { code, version, seen: shown?.seen };
};
const statusOf = async (code: string) => (await storedOrder(here.as.operator, code)).status.description;
const waiting = async (quantity = 2) => {
  const customer = await makeCustomer(here);
  const { code } = await buy(customer, productId, quantity);
  return { customer, code };
};
const delivered = async (code: string) => {
  const { items } = await storedOrder(here.as.operator, code);
  const units = [{ itemId: items[0]?.id ?? "", quantity: 1 }];
  return value(await deliverOrder(here.as.operator, { code, items: units })).subOrderCode;
};

test("a submitted order is canceled as it was shown, told and recorded; again it changes nothing", async () => {
  const { customer, code } = await waiting();
  const seen = await shownOf(customer, code);
  expect(await getOwnOrder(customer, code)).toMatchObject({ mayCancel: true });
  expect(await cancelOwnOrder(customer, seen)).toEqual({ ok: true, value: { code, remainderOnly: false } });
  const order = await storedOrder(here.as.operator, code);
  expect(order.status.description).toBe("Canceled");
  expect(order.history.at(-1)).toMatchObject({ kind: "order.cancelled", actorName: "Ada Example" });
  expect((await messagesAbout(here.as.operator, code)).map(({ type }) => type)).toContain("cancelled");
  expect(await getOwnOrder(customer, code)).toMatchObject({ mayCancel: false, shown: null });
  expect(await cancelOwnOrder(customer, seen)).toMatchObject({ refusal: { reason: "already_cancelled" } });
});

test("what staff only deliver in parts is canceled whole, with its open sub-orders", async () => {
  const { customer, code } = await waiting();
  const subOrder = await delivered(code);
  value(await cancelOwnOrder(customer, await shownOf(customer, code)));
  expect([await statusOf(code), await statusOf(subOrder)]).toEqual(["Canceled", "Canceled"]);
});

test("one that waits for the reseller is taken back", async () => {
  const reseller = await makeReseller(here);
  const customer = await makeCustomer(here, { resellerId: reseller.accountId });
  const { code } = await buy(customer, productId);
  value(await cancelOwnOrder(customer, await shownOf(customer, code)));
  expect(await statusOf(code)).toBe("Canceled");
});

test("what was paid for it becomes credit of the account", async () => {
  const customer = await makeCustomer(here, { creditLimit: "0" });
  const { id } = await makeProduct(here, { price: "10", taxRate: "0", requiredConfiguration: ["Host"] });
  const { code } = await buy(customer, id);
  await payFor(customer, code);
  expect(await getOwnCredit(customer)).toMatchObject({ reserved: "10.00" });
  value(await cancelOwnOrder(customer, await shownOf(customer, code)));
  expect(await getOwnCredit(customer)).toMatchObject({ reserved: null, available: "10.00" });
});

describe("refuses", () => {
  test("an order of which a part is executed, and keeps it", async () => {
    const { customer, code } = await waiting();
    value(await executeOrder(here.as.operator, { code: await delivered(code) }));
    expect(await getOwnOrder(customer, code)).toMatchObject({ mayCancel: false });
    expect(await cancelOwnOrder(customer, { code })).toMatchObject({
      refusal: { reason: "partly_executed" },
    });
    expect(await statusOf(code)).toBe("Submitted");
  });

  test("an executed order", async () => {
    const { customer, code } = await waiting();
    value(await executeOrder(here.as.operator, { code }));
    expect(await cancelOwnOrder(customer, { code })).toMatchObject({
      refusal: { reason: "already_executed" },
    });
  });

  test("an order that staff changed since it was shown, with both", async () => {
    const { customer, code } = await waiting();
    const seen = await shownOf(customer, code);
    const { version, items } = await storedOrder(here.as.operator, code);
    const item = { id: items[0]?.id, productId, quantity: 5 };
    value(await editOrder(here.as.operator, { code, version, name: "", note: "", items: [item] }));
    expect(await cancelOwnOrder(customer, seen)).toMatchObject({
      refusal: {
        reason: "changed_since_seen",
        now: { facts: [{ amount: "60.00" }, { label: "Rack", units: 5 }] },
      },
    });
    value(await cancelOwnOrder(customer, await shownOf(customer, code)));
  });

  test("another day for an order that a colleague put off meanwhile, with that day", async () => {
    const customer = await makeCustomer(here);
    const { id } = await makeProduct(here);
    value(await addToBasket(customer, { productId: id }));
    const day = (days: number) => addDays(localDay(new Date(), "UTC"), days);
    value(await chooseExecutionDate(customer, { day: day(5) }));
    const { code } = value(await placeBasket(customer));
    const seen = await shownOf(customer, code);
    value(await rescheduleOrder(customer, { ...seen, day: day(6) }));
    expect(await rescheduleOrder(customer, { ...seen, day: day(7) })).toMatchObject({
      refusal: { reason: "changed_since_seen", now: { facts: [{}, {}, { label: "Execution date" }] } },
    });
    expect((await getOwnOrder(customer, code)).schedule?.day).toBe(day(6));
  });

  test("another account's order, and a basket", async () => {
    const { customer, code } = await waiting();
    await expect(cancelOwnOrder(await makeCustomer(here), { code })).rejects.toThrow(NotFound);
    value(await addToBasket(customer, { productId }));
    const basket = await basketOf(customer);
    await expect(cancelOwnOrder(customer, { code: basket.code })).rejects.toThrow(NotFound);
  });
});

test("pressed twice, or against an execution at the same moment, one of both happens and the other is told why", async () => {
  for (let round = 0; round < 6; round++) {
    const { customer, code } = await waiting();
    const seen = await shownOf(customer, code);
    const cancel = () => cancelOwnOrder(customer, seen);
    const execute = () => executeOrder(here.as.operator, { code });
    const works = round % 2 === 0 ? [cancel, execute, cancel] : [execute, cancel, cancel];
    const answers = await Promise.all(works.map((work) => work()));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const order = await storedOrder(here.as.operator, code);
    const ended = order.status.description === "Executed" ? "already_executed" : "already_cancelled";
    const reasons = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal.reason]));
    expect(reasons).toEqual([ended, ended]);
    expect(order.invoices).toHaveLength(ended === "already_executed" ? 1 : 0);
    expect(await read(here.as.operator).subscription.count({ where: { orderId: order.id } })).toBe(
      ended === "already_executed" ? 1 : 0,
    );
  }
});
