import { beforeAll, describe, expect, test } from "vitest";
import { tellRefusal } from "@/lib/domain/refusals/tell";
import { editAccount } from "../../accounts/commands/edit-account";
import { listAccountHistory } from "../../accounts/queries/account-history";
import { getAccount } from "../../accounts/queries/accounts";
import { recordPayment } from "../../billing/commands/record-payment";
import { read } from "../../kernel/db";
import { Conflict, Forbidden, NotFound } from "../../kernel/errors";
import { cancelOrder } from "../../orders/commands/cancel-order";
import { deliverOrder } from "../../orders/commands/deliver-order";
import { editOrder } from "../../orders/commands/edit-order";
import { executeOrder } from "../../orders/commands/execute-order";
import { getOrder } from "../../orders/queries/get-order";
import { getOrderForm } from "../../orders/queries/get-order-form";
import { approveShown, seenOrder } from "../../testing/factories/approvals";
import {
  makeOrganization,
  makeProduct,
  makeUser,
  type TestOrganization,
  value,
} from "../../testing/factories/basics";
import { basketOf, buy, placeBasket } from "../../testing/factories/baskets";
import { makeCustomer, makeReseller } from "../../testing/factories/customers";
import { messagesAbout } from "../../testing/factories/messages";
import { storedOrder } from "../../testing/factories/orders";
import { makeVendorProduct, testSecret } from "../../testing/factories/vendors";
import { createUser } from "../../users/create-user";
import { VendorSimulator } from "../../vendor-simulator/simulator";
import { addToBasket } from "../basket/commands/add-to-basket";
import { type CustomerCtx, type ResellerCtx, resellerOf } from "../customer";
import { getOwnOrder } from "../orders/queries/get-own-order";
import { approveOrder } from "./commands/approve-order";
import { cancelWaiting } from "./commands/cancel-waiting";
import { setOrderApproval } from "./commands/set-order-approval";
import { getApproval, listApprovals } from "./queries/approvals";
import { listCustomers } from "./queries/list-customers";

let here: TestOrganization;
let mail: { id: string };
let reseller: ResellerCtx;
beforeAll(async () => {
  here = await makeOrganization();
  mail = await makeProduct(here, { name: "Mail", price: "10", cost: "6" });
  reseller = await makeReseller(here, { name: "Meridian", email: "desk@meridian.example" });
});

type Input = { creditLimit?: string; orderApproval?: boolean; name?: string; email?: string };
const customerOfReseller = (input: Input = {}) =>
  makeCustomer(here, { resellerId: reseller.accountId, ...input });
const place = (customer: CustomerCtx, quantity = 1) => buy(customer, mail.id, quantity);
const toldTo = async (code: string, address: string) =>
  (await messagesAbout(here.as.operator, code)).filter((message) => message.address === address);
const eventsOf = async (code: string) =>
  (await storedOrder(here.as.operator, code)).history.map(({ kind }) => kind);

test("a customer's order waits for the reseller, in view of all three", async () => {
  const customer = await customerOfReseller({
    name: "Willow",
    creditLimit: "100",
    email: "it@willow.example",
  });
  const { code, heldBy } = await place(customer, 2);
  const gate = { gate: "approval", reseller: { id: reseller.accountId, name: "Meridian" } };
  expect(heldBy).toEqual(["approval"]);
  expect(await getOwnOrder(customer, code)).toMatchObject({
    status: { label: "Waiting for approval" },
    holds: [{ gate: "approval", sentence: "Meridian has not approved the order yet." }],
  });
  const seen = await getOrder(here.as.operator, code);
  expect(seen).toMatchObject({ status: { description: "Pending Reseller Approval" }, heldBy: [gate] });
  expect(seen.may).toMatchObject({ execute: false, deliver: false, cancel: true });
  expect(seen.approver).toMatchObject({ name: "Meridian", email: "desk@meridian.example" });
  expect(await getApproval(reseller, code)).toMatchObject({
    customer: "Willow",
    total: "24.00",
    margin: "8.00",
    availableCredit: "100.00",
    exceedsCredit: false,
    waiting: true,
    holds: [],
  });
  const { rows } = await listApprovals(reseller, {});
  expect(rows.find((row) => row.code === code)).toMatchObject({ customer: "Willow", margin: "8.00" });
  expect(await messagesAbout(here.as.operator, code)).toMatchObject([
    { type: "confirmation", address: "it@willow.example" },
    { type: "approval_wanted", address: "desk@meridian.example", text: expect.stringContaining("Willow") },
  ]);
});

test("approved it goes on as a checkout does: executed", async () => {
  const customer = await customerOfReseller({ email: "it@willow.example" });
  const { code } = await place(customer);
  const comment = "Good choice";
  expect(value(await approveShown(reseller, code, comment))).toEqual({ code, heldBy: [] });
  expect(await getOwnOrder(customer, code)).toMatchObject({ status: { label: "Executed" }, comment });
  expect(await toldTo(code, "it@willow.example")).toMatchObject([
    { type: "confirmation" },
    { type: "executed" },
    { type: "approved", text: expect.stringContaining(comment) },
  ]);
  expect(await eventsOf(code)).toEqual([
    "order.created",
    "order.placed",
    "order.execution_refused",
    "order.approved",
    "order.executed",
  ]);
});

test("a reseller who has no address is a warning on the order, for as long as it waits", async () => {
  const silent = await makeReseller(here, { name: "Silent" });
  const customer = await makeCustomer(here, { resellerId: silent.accountId, email: "it@willow.example" });
  const { code } = await place(customer);
  expect(await messagesAbout(here.as.operator, code)).toMatchObject([
    { type: "confirmation" },
    { type: "approval_wanted", address: null },
  ]);
  const { operator } = here.as;
  expect((await getOrder(operator, code)).approver).toMatchObject({ name: "Silent", email: null });
  value(await approveShown(silent, code));
  expect((await getOrder(operator, code)).approver).toBeNull();
});

test("approved over credit it is Submitted, and executes from BSS once paid", async () => {
  const customer = await customerOfReseller({ creditLimit: "5", email: "it@willow.example" });
  const { code } = await place(customer);
  expect(await getApproval(reseller, code)).toMatchObject({
    exceedsCredit: true,
    holds: [expect.stringContaining("€7.00 short")],
  });
  expect(value(await approveShown(reseller, code)).heldBy).toEqual(["credit"]);
  expect(await toldTo(code, "it@willow.example")).toMatchObject([
    { type: "confirmation" },
    { type: "submitted_without_credit", text: expect.stringContaining("€7.00") },
    { type: "approved" },
  ]);
  expect((await getOwnOrder(customer, code)).status.label).toBe("In Progress / Submitted");

  const { operator } = here.as;
  value(await recordPayment(operator, { accountId: customer.accountId, amount: "7" }));
  value(await executeOrder(operator, { code }));
  expect((await getOwnOrder(customer, code)).status.label).toBe("Executed");
});

test("approved the vendor is asked, and not before, and what it says holds it in all three views", async () => {
  const outside = await VendorSimulator.start(testSecret);
  try {
    const endpoint = outside.url({ stock: 2 });
    const { id: productId } = await makeVendorProduct(here, { endpoint, preCheck: true });
    const customer = await customerOfReseller();
    let asked = 0;
    const order = async (quantity: number) => {
      const { code } = await buy(customer, productId, quantity);
      expect(outside.asked).toHaveLength(asked);
      asked += 1;
      return value(await approveShown(reseller, code));
    };
    const held = await order(3);
    expect(held.heldBy).toEqual(["vendor"]);
    expect((await getOwnOrder(customer, held.code)).status.label).toBe("In Progress / Submitted");
    const executed = await order(2);
    expect(executed.heldBy).toEqual([]);
    expect((await getOwnOrder(customer, executed.code)).status.label).toBe("Executed");
  } finally {
    await outside.stop();
  }
});

test("cancelled the customer reads why, and nothing was made", async () => {
  const customer = await customerOfReseller({ email: "it@willow.example" });
  const { code } = await place(customer);
  value(await cancelWaiting(reseller, { code, comment: "Not in this quarter" }));
  expect((await toldTo(code, "it@willow.example")).at(-1)).toMatchObject({
    type: "cancelled",
    text: expect.stringContaining("Not in this quarter"),
  });
  expect(await getOwnOrder(customer, code)).toMatchObject({
    status: { label: "Canceled by reseller" },
    comment: "Not in this quarter",
    holds: [],
  });
  const order = await storedOrder(here.as.operator, code);
  expect(order.status.description).toBe("Canceled by Reseller");
  expect([order.invoices, order.subscriptions]).toEqual([[], []]);
});

test("a trial that waits is not ordered again, by a colleague at the same time either", async () => {
  const customer = await customerOfReseller();
  const colleague = await makeCustomer(here, { accountId: customer.accountId });
  const trial = { productId: mail.id, itemType: "trial" };
  value(await addToBasket(customer, trial));
  value(await addToBasket(colleague, trial));
  const answers = await Promise.all([placeBasket(customer), placeBasket(colleague)]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const refused = { ok: false, refusal: { reason: "trial_had", product: "Mail" } };
  expect(answers.find(({ ok }) => !ok)).toEqual(refused);

  const third = await makeCustomer(here, { accountId: customer.accountId });
  expect(await addToBasket(third, trial)).toEqual(refused);
  const [placed] = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
  value(await cancelWaiting(reseller, { code: placed?.code }));
  value(await addToBasket(third, trial));
});

describe("who approves and who cancels at once", () => {
  test("one of them wins, and the others are told", async () => {
    const customer = await customerOfReseller();
    const { code } = await place(customer);
    const colleague = await makeReseller(here, { accountId: reseller.accountId });
    const answers = await Promise.all([
      approveShown(reseller, code),
      cancelWaiting(colleague, { code }),
      approveShown(colleague, code),
      cancelWaiting(reseller, { code }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers) {
      if (!answer.ok) expect(answer.refusal.reason).toBe("not_waiting");
    }
    const order = await storedOrder(here.as.operator, code);
    const approved = order.status.description === "Executed";
    expect([order.status.description, order.invoices.length]).toEqual(
      approved ? ["Executed", 1] : ["Canceled by Reseller", 0],
    );
  });

  test("an operator's cancellation counts like the reseller's", async () => {
    const customer = await customerOfReseller();
    const { code } = await place(customer);
    const [approved, cancelled] = await Promise.all([
      approveShown(reseller, code),
      cancelOrder(here.as.operator, { code }),
    ]);
    expect([approved.ok, cancelled.ok].filter(Boolean)).toHaveLength(1);
  });
});

describe("a reseller approves what they saw", () => {
  const edited = async (code: string, changes: { unitPrice?: string; quantity?: number }) => {
    const order = await storedOrder(here.as.operator, code);
    const items = order.items.map(({ id, productId, quantity }) => ({ id, productId, quantity, ...changes }));
    return { code, version: order.version, name: "", note: "", items };
  };

  test("and staff change nothing while the order waits, which the order's page says", async () => {
    const { code } = await place(await customerOfReseller());
    for (const role of ["operator", "administrator"] as const) {
      expect(await editOrder(here.as[role], await edited(code, { unitPrice: "1" }))).toEqual({
        ok: false,
        refusal: { reason: "waits_for_approval" },
      });
    }
    const page = await getOrder(here.as.operator, code);
    expect([page.may.edit, page.editRefusal]).toEqual([false, expect.stringContaining("can't be changed")]);
    expect((await getOrderForm(here.as.operator, code)).refusal).toBe(page.editRefusal);
    value(await approveShown(reseller, code));
    expect((await getOrder(here.as.operator, code)).editRefusal).toBeNull();
  });

  test("another version or total is refused with both totals and the lines, and nothing happens", async () => {
    const { code } = await place(await customerOfReseller());
    const seen = await seenOrder(reseller, code);
    expect(await approveOrder(reseller, { ...seen, total: "11.99" })).toMatchObject({
      refusal: { reason: "order_changed", was: "11.99", now: "12.00" },
    });
    // This is the state that such an edit left before it was refused.
    const { db, id } = { db: read(here.as.operator), id: (await storedOrder(here.as.operator, code)).id };
    await db.order.updateMany({ where: { id }, data: { version: { increment: 1 } } });
    await db.orderItem.updateMany({ where: { orderId: id }, data: { unitPrice: "20" } });
    const item = { product: "Mail", quantity: 1, discountPercent: "0" };
    const history = { orderId: id, at: new Date(), actorType: "user", actorName: "Ada" } as const;
    await db.event.create({
      data: {
        organizationId: here.organizationId,
        ...history,
        kind: "order.edited",
        statusLabel: "Pending Reseller Approval",
        before: { items: [{ ...item, unitPrice: "10" }] },
        after: { items: [{ ...item, unitPrice: "20" }] },
      },
    });
    expect(await approveOrder(reseller, seen)).toMatchObject({
      refusal: {
        reason: "order_changed",
        was: "12.00",
        now: "24.00",
        lines: [{ product: "Mail", before: [{ unitPrice: "10" }], after: [{ unitPrice: "20" }] }],
      },
    });
    expect((await getApproval(reseller, code)).waiting).toBe(true);
    value(await approveShown(reseller, code));
  });

  test("an edit and an approval at once: what is approved is what was shown", async () => {
    for (let round = 0; round < 4; round++) {
      const { code } = await place(await customerOfReseller());
      const seen = await seenOrder(reseller, code);
      const [approved, changed] = await Promise.all([
        approveOrder(reseller, seen),
        editOrder(here.as.operator, await edited(code, { quantity: 9 })).catch((error: unknown) => {
          if (!(error instanceof Conflict)) throw error;
          return { ok: false };
        }),
      ]);
      expect([approved.ok, changed.ok]).toEqual([true, false]);
      const [invoice] = (await storedOrder(here.as.operator, code)).invoices;
      expect(invoice?.total.toString()).toBe("12");
    }
  });

  test("who comes too late reads who decided, and what", async () => {
    const colleague = await makeReseller(here, { accountId: reseller.accountId });
    const first = await place(await customerOfReseller());
    const seen = await seenOrder(colleague, first.code);
    value(await approveShown(reseller, first.code));
    const late = await approveOrder(colleague, seen);
    expect(late).toMatchObject({
      refusal: { reason: "not_waiting", decided: { what: "approved", by: reseller.ctx.actor.name } },
    });
    expect(late.ok || tellRefusal(late.refusal, "en-GB").message).toContain(
      `${reseller.ctx.actor.name} has already approved this order.`,
    );
    const second = await place(await customerOfReseller());
    const shown = await seenOrder(reseller, second.code);
    value(await cancelOrder(here.as.operator, { code: second.code }));
    expect(await approveOrder(reseller, shown)).toMatchObject({
      refusal: { decided: { what: "cancelled", by: here.as.operator.actor.name } },
    });
    expect(await cancelWaiting(reseller, { code: second.code })).toMatchObject({
      refusal: { decided: { what: "cancelled", by: here.as.operator.actor.name } },
    });
  });
});

describe("the toggle", () => {
  test("off, by the reseller, orders go past the reseller; on again, they wait", async () => {
    const customer = await customerOfReseller();
    const { accountId } = customer;
    value(await setOrderApproval(reseller, { accountId, orderApproval: false }));
    expect((await place(customer)).heldBy).toEqual([]);
    value(await setOrderApproval(reseller, { accountId, orderApproval: true }));
    expect((await place(customer)).heldBy).toEqual(["approval"]);
    const { rows } = await listAccountHistory(here.as.manager, { accountId });
    expect(rows.map(({ after }) => after)).toMatchObject([
      { orderApproval: true },
      { orderApproval: false },
      { name: expect.any(String) },
    ]);
  });

  test("is there for each of the reseller's customers", async () => {
    const own = await makeReseller(here);
    const [a, b] = [
      await makeCustomer(here, { name: "A", resellerId: own.accountId }),
      await makeCustomer(here, { name: "B", resellerId: own.accountId, orderApproval: false }),
    ];
    const { rows } = await listCustomers(own, {});
    expect(rows.map(({ id, orderApproval }) => [id, orderApproval])).toEqual([
      [a.accountId, true],
      [b.accountId, false],
    ]);
  });
});

describe("the reseller's customer", () => {
  const blank = { email: null, country: null, billingToId: null, creditLimit: null, active: true };

  test("keeps the reseller while an order waits for them", async () => {
    const customer = await customerOfReseller();
    const { code } = await place(customer);
    const { operator } = here.as;
    const { id, version, name } = await getAccount(operator, customer.accountId);
    const edited = { ...blank, id, version, name, resellerId: null };
    expect(await editAccount(operator, edited)).toMatchObject({ refusal: { reason: "orders_wait" } });
    value(await cancelWaiting(reseller, { code }));
    value(await editAccount(operator, edited));
    expect((await place(customer)).heldBy).toEqual([]);
  });

  test("keeps the reseller a reseller", async () => {
    await customerOfReseller();
    const { operator } = here.as;
    const { id, version, name } = await getAccount(operator, reseller.accountId);
    expect(await editAccount(operator, { ...blank, id, version, name, type: "customer" })).toMatchObject({
      refusal: { reason: "has_customers", path: "type" },
    });
  });

  test("has a reseller that is one", async () => {
    const other = await makeCustomer(here);
    const { operator } = here.as;
    const { id, version, name } = await getAccount(operator, other.accountId);
    const edited = { ...blank, id, version, name, resellerId: (await makeCustomer(here)).accountId };
    expect(await editAccount(operator, edited)).toMatchObject({ refusal: { reason: "unknown_reseller" } });
    const input = { email: "r@example.com", name: "R", role: "reseller", password: "a long enough password" };
    const user = { ...input, accountId: id, timeZone: null };
    expect(await createUser(here.as.administrator, user)).toMatchObject({
      refusal: { reason: "no_reseller" },
    });
  });
});

describe("not before the reseller has decided", () => {
  test("is anything executed or delivered in BSS", async () => {
    const { code } = await place(await customerOfReseller());
    expect(await executeOrder(here.as.operator, { code })).toMatchObject({
      refusal: { reason: "held", gates: [{ gate: "approval", reseller: { name: "Meridian" } }] },
    });
    const { items } = await storedOrder(here.as.operator, code);
    const delivery = { code, items: items.map(({ id }) => ({ itemId: id, quantity: 1 })) };
    expect(await deliverOrder(here.as.operator, delivery)).toMatchObject({ refusal: { reason: "held" } });
  });
});

describe("for another reseller, a customer and BSS there is nothing", () => {
  test("to see, approve, cancel or change", async () => {
    const customer = await customerOfReseller();
    const { code } = await place(customer);
    const others = [await makeReseller(here), await makeReseller(await makeOrganization())];
    for (const other of others) {
      await expect(approveOrder(other, { code, version: 1, total: "1" })).rejects.toThrow(NotFound);
      await expect(cancelWaiting(other, { code })).rejects.toThrow(NotFound);
      await expect(getApproval(other, code)).rejects.toThrow(NotFound);
      await expect(
        setOrderApproval(other, { accountId: customer.accountId, orderApproval: false }),
      ).rejects.toThrow(NotFound);
      for (const show of ["waiting", "all"]) expect((await listApprovals(other, { show })).rows).toEqual([]);
      expect((await listCustomers(other, {})).rows).toEqual([]);
    }
    expect((await getApproval(reseller, code)).waiting).toBe(true);
  });

  test("not even a basket of an own customer", async () => {
    const customer = await customerOfReseller();
    value(await addToBasket(customer, { productId: mail.id }));
    const { code } = await basketOf(customer);
    await expect(getApproval(reseller, code)).rejects.toThrow(NotFound);
    const { rows } = await listApprovals(reseller, { show: "all" });
    expect(rows.map((row) => row.code)).not.toContain(code);
  });

  test("to whom no reseller's session belongs", async () => {
    const { id, name, email } = await makeUser(here);
    for (const role of ["administrator", "operator", "manager", "customer"] as const) {
      const user = { id, name, email, role, accountId: reseller.accountId };
      expect(() => resellerOf({ ctx: here.as[role], user })).toThrow(Forbidden);
    }
  });
});
