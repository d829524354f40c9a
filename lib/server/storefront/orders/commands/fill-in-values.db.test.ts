import { beforeAll, describe, expect, test } from "vitest";
import { NotFound } from "../../../kernel/errors";
import { deliverOrder } from "../../../orders/commands/deliver-order";
import { seenOrder } from "../../../testing/factories/approvals";
import {
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../../../testing/factories/basics";
import { basketOf, buy } from "../../../testing/factories/baskets";
import { makeCustomer, makeReseller } from "../../../testing/factories/customers";
import { messagesAbout } from "../../../testing/factories/messages";
import { makeOrder, storedOrder } from "../../../testing/factories/orders";
import { payFor } from "../../../testing/factories/payments";
import { approveOrder } from "../../approvals/commands/approve-order";
import { addToBasket } from "../../basket/commands/add-to-basket";
import type { CustomerCtx } from "../../customer";
import { getOwnOrder } from "../queries/get-own-order";
import { fillInValues } from "./fill-in-values";

/** Covers how customers fill in missing values after ordering: docs/domain.md, section 5, "Missing values". */

let here: TestOrganization;
let productId: string;
beforeAll(async () => {
  here = await makeOrganization();
  const product = { name: "Domain", price: "10", requiredConfiguration: ["Domain name"] };
  productId = (await makeProduct(here, { ...product, valueKinds: { "Domain name": "domain_name" } })).id;
});

const fill = async (customer: CustomerCtx, code: string, name = "violet.example") => {
  const { missing } = await getOwnOrder(customer, code);
  const items = missing.map(({ itemId }) => ({ itemId, values: { "Domain name": name } }));
  return fillInValues(customer, { code, items });
};
const kinds = async (code: string) =>
  (await messagesAbout(here.as.operator, code)).map(({ type }) => type).sort();

test("the last value has an order that waited for nothing else executed, and only then is that told", async () => {
  const customer = await makeCustomer(here);
  const { code, heldBy } = await buy(customer, productId);
  expect(heldBy).toEqual(["configuration"]);
  const own = await getOwnOrder(customer, code);
  expect(own.missing).toMatchObject([{ description: "Domain", name: "Domain name", kind: "domain_name" }]);
  expect(own.holds[0]?.wayOut).toBe(
    "Fill it in on this page. It is executed automatically once it is filled in.",
  );
  expect(await kinds(code)).toEqual(["confirmation"]);

  expect(await fill(customer, code)).toEqual({ ok: true, value: { code, heldBy: [] } });
  const order = await storedOrder(here.as.operator, code);
  expect(order).toMatchObject({
    status: { description: "Executed" },
    items: [{ configuration: { "Domain name": "violet.example" } }],
  });
  const edited = order.history.find(({ kind }) => kind === "order.edited");
  expect(edited).toMatchObject({
    actorName: "Ada Example",
    before: { items: [{ product: "Domain" }] },
    after: { items: [{ configuration: { "Domain name": "violet.example" } }] },
  });
  expect(await kinds(code)).toEqual(["confirmation", "executed"]);
});

test("an order that credit holds too is executed once it is filled in and paid, in either order", async () => {
  for (const first of ["value", "payment"]) {
    const customer = await makeCustomer(here, { creditLimit: "0" });
    const { code } = await buy(customer, productId);
    const steps = [() => fill(customer, code), () => payFor(customer, code)];
    for (const step of first === "value" ? steps : steps.reverse()) {
      expect((await storedOrder(here.as.operator, code)).status.description).toBe("Submitted");
      await step();
    }
    expect((await storedOrder(here.as.operator, code)).status.description).toBe("Executed");
  }
});

test("an order of staff, and one that staff deliver in parts, only loses the gate", async () => {
  const customer = await makeCustomer(here);
  const { accountId } = customer;
  const staff = await makeOrder(here, { accountId, items: [{ productId, quantity: 2 }] });
  const placed = await buy(customer, productId, 2);
  const { items } = await storedOrder(here.as.operator, placed.code);
  const { subOrderCode } = value(
    await deliverOrder(here.as.operator, {
      code: placed.code,
      items: [{ itemId: items[0]?.id ?? "", quantity: 1 }],
    }),
  );
  for (const code of [staff.code, placed.code]) {
    value(await fill(customer, code));
    expect((await getOwnOrder(customer, code)).holds).toEqual([]);
    expect(await storedOrder(here.as.operator, code)).toMatchObject({
      status: { description: "Submitted" },
      unconfigured: false,
    });
  }
  expect(await storedOrder(here.as.operator, subOrderCode)).toMatchObject({
    unconfigured: false,
    items: [{ configuration: { "Domain name": "violet.example" } }],
  });
  expect(await kinds(staff.code)).not.toContain("executed");
});

test("a reseller who saw the order without its value is asked again, with the difference", async () => {
  const reseller = await makeReseller(here);
  const customer = await makeCustomer(here, { resellerId: reseller.accountId });
  const { code } = await buy(customer, productId);
  const seen = await seenOrder(reseller, code);
  value(await fill(customer, code));
  expect((await storedOrder(here.as.operator, code)).status.description).toBe("Pending Reseller Approval");
  expect(await approveOrder(reseller, seen)).toMatchObject({
    refusal: {
      reason: "order_changed",
      lines: [{ after: [{ configuration: { "Domain name": "violet.example" } }] }],
    },
  });
});

describe("refuses", () => {
  test("a value of another kind, and keeps the order as it is", async () => {
    const customer = await makeCustomer(here);
    const { code } = await buy(customer, productId);
    expect(await fill(customer, code, "no domain")).toMatchObject({ refusal: { reason: "invalid_input" } });
    expect(await getOwnOrder(customer, code)).toMatchObject({ missing: [{ name: "Domain name" }] });
  });

  test("another account's order, and a basket", async () => {
    const [customer, other] = [await makeCustomer(here), await makeCustomer(here)];
    const { code } = await buy(customer, productId);
    const { missing } = await getOwnOrder(customer, code);
    const items = [{ itemId: missing[0]?.itemId ?? "", values: { "Domain name": "violet.example" } }];
    await expect(fillInValues(other, { code, items })).rejects.toThrow(NotFound);
    value(await addToBasket(customer, { productId }));
    const basket = await basketOf(customer);
    await expect(fillInValues(customer, { code: basket.code, items })).rejects.toThrow(NotFound);
  });

  test("a second value, from two who fill in at once: one stays, and the order is executed once", async () => {
    const customer = await makeCustomer(here);
    const colleague = await makeCustomer(here, { accountId: customer.accountId });
    const { code } = await buy(customer, productId);
    const { missing } = await getOwnOrder(customer, code);
    const answers = await Promise.all(
      [customer, colleague].map((one, i) => {
        const values = { "Domain name": `name${i}.example` };
        return fillInValues(one, { code, items: [{ itemId: missing[0]?.itemId ?? "", values }] });
      }),
    );
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: { reason: "filled_in" } });
    expect((await storedOrder(here.as.operator, code)).invoices).toHaveLength(1);
  });
});
