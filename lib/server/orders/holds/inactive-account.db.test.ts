import { beforeAll, describe, expect, test } from "vitest";
import { openOrdersOf } from "../../accounts/queries/open-orders";
import { preflightBulk } from "../../bulk/queries/preflight-bulk";
import { unexecutedGroups, unexecutedOrders } from "../../dashboard/queries/unexecuted-orders";
import { schedulerCtx } from "../../kernel/ctx";
import { executeScheduled } from "../../scheduling/commands/execute-scheduled";
import { addToBasket } from "../../storefront/basket/commands/add-to-basket";
import { placeOrder } from "../../storefront/basket/commands/place-order";
import { getOwnOrder } from "../../storefront/orders/queries/get-own-order";
import { startPayment } from "../../storefront/payments/commands/start-payment";
import { mayBuy } from "../../storefront/shop/queries/may-buy";
import { changeAccount } from "../../testing/factories/accounts";
import { approveShown } from "../../testing/factories/approvals";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../../testing/factories/basics";
import { basketOf, buy, placeBasket, seenBasket } from "../../testing/factories/baskets";
import { makeCustomer, makeReseller } from "../../testing/factories/customers";
import { executionEffects, makeOrder, storedOrder } from "../../testing/factories/orders";
import { makeScheduledOrder, storedSchedule } from "../../testing/factories/scheduling";
import { cancelOrder } from "../commands/cancel-order";
import { editOrder } from "../commands/edit-order";
import { executeOrder, previewExecution } from "../commands/execute-order";
import { getOrder } from "../queries/get-order";
import { forecastOf } from "../tree/forecast";

/** Covers inactive accounts: docs/domain.md, section 4. */

let here: TestOrganization;
let operator: TestOrganization["as"]["operator"];
let productId: string;
beforeAll(async () => {
  here = await makeOrganization();
  operator = here.as.operator;
  productId = (await makeProduct(here)).id;
});
const items = () => [{ productId, quantity: 1 }];
const heldByInactive = (id: string, as: "account" | "payer") => ({
  ok: false,
  refusal: { reason: "held", gates: [{ gate: "inactive_account", accounts: [{ id, as }] }] },
});
const activate = (id: string, active = true) => changeAccount(here, id, { active });

describe("nobody executes what an account that is not active has ordered", () => {
  test.each(["operator", "administrator"] as const)(
    "not an %s by hand, nor with an override",
    async (role) => {
      const { id } = await makeAccount(here);
      const { code } = await makeOrder(here, { accountId: id, items: items() });
      await activate(id, false);
      const ctx = here.as[role];
      const override = role === "administrator" ? { overrideCredit: { reason: "The board said so" } } : {};
      expect(await previewExecution(ctx, { code, ...override })).toMatchObject(heldByInactive(id, "account"));
      expect(await executeOrder(ctx, { code, ...override })).toMatchObject(heldByInactive(id, "account"));
      expect((await getOrder(ctx, code)).heldBy).toMatchObject([{ gate: "inactive_account" }]);
      expect((await executionEffects(ctx, code)).invoices).toBe(0);

      await activate(id);
      expect((await getOrder(ctx, code)).heldBy).toEqual([]);
      value(await executeOrder(ctx, { code }));
    },
  );

  test("nor what is invoiced to one, until another is", async () => {
    const payer = await makeAccount(here);
    const { id: accountId } = await makeAccount(here, { billingToId: payer.id });
    const { code } = await makeOrder(here, { accountId, items: items() });
    await activate(payer.id, false);
    expect(await executeOrder(operator, { code })).toMatchObject(heldByInactive(payer.id, "payer"));
    const order = await storedOrder(operator, code);
    const kept = order.items.map(({ id, quantity }) => ({ id, productId, quantity }));
    const edited = { code, version: order.version, name: "", note: "", items: kept };
    value(await editOrder(operator, { ...edited, billingToId: accountId }));
    value(await executeOrder(operator, { code }));
  });

  test("nor a checkout of its people, who look and keep their basket", async () => {
    const customer = await makeCustomer(here);
    value(await addToBasket(customer, { productId }));
    const seen = await seenBasket(customer);
    await activate(customer.accountId, false);
    expect(await mayBuy(customer)).toBe(false);
    expect(await basketOf(customer)).toMatchObject({ accountInactive: true, items: [{ quantity: 1 }] });
    expect(await placeOrder(customer, seen)).toEqual({ ok: false, refusal: { reason: "buyer_inactive" } });
    await activate(customer.accountId);
    expect(await mayBuy(customer)).toBe(true);
    value(await placeOrder(customer, seen));
  });

  test("nor one whose payer is not active: the order waits, as its customer was told before", async () => {
    const payer = await makeAccount(here, { name: "Meridian" });
    const customer = await makeCustomer(here, { billingToId: payer.id });
    await activate(payer.id, false);
    value(await addToBasket(customer, { productId }));
    expect((await basketOf(customer)).payerInactive?.sentence).toBe(
      "Meridian, the account that is invoiced, is not active.",
    );
    const { code, heldBy } = value(await placeBasket(customer));
    expect(heldBy).toEqual(["inactive_account"]);
    expect((await getOwnOrder(customer, code)).holds).toMatchObject([{ gate: "inactive_account" }]);
    expect(await executionEffects(operator, code)).toMatchObject({ executed: 0, invoices: 0 });
  });

  test("nor does anybody pay for it", async () => {
    const customer = await makeCustomer(here, { creditLimit: "0" });
    const { code } = await buy(customer, productId);
    await activate(customer.accountId, false);
    const refused = { ok: false, refusal: { reason: "payer_inactive" } };
    expect(await startPayment(customer, { code })).toEqual(refused);
    expect((await getOwnOrder(customer, code)).holds).toMatchObject([
      { gate: "inactive_account", sentence: "Your account is not active." },
      { gate: "credit", missing: null },
    ]);
  });

  test("nor a reseller's approval", async () => {
    const reseller = await makeReseller(here);
    const customer = await makeCustomer(here, { resellerId: reseller.accountId });
    const { code } = await buy(customer, productId);
    await activate(customer.accountId, false);
    expect(value(await approveShown(reseller, code)).heldBy).toEqual(["inactive_account"]);
    expect((await storedOrder(operator, code)).status.description).toBe("Submitted");
  });

  test("nor does a reseller approve whose own account is not active", async () => {
    const reseller = await makeReseller(here);
    const customer = await makeCustomer(here, { resellerId: reseller.accountId });
    const { code } = await buy(customer, productId);
    await activate(reseller.accountId, false);
    expect(await approveShown(reseller, code)).toEqual({
      ok: false,
      refusal: { reason: "reseller_inactive" },
    });
    await activate(reseller.accountId);
    expect(value(await approveShown(reseller, code)).heldBy).toEqual([]);
  });

  test("nor the scheduler, which gives it back with the reason, as was forecast", async () => {
    const { id: accountId, name } = await makeAccount(here);
    const order = await makeScheduledOrder(here, { accountId, items: items() });
    await activate(accountId, false);
    const forecast = (await forecastOf(operator, [order.id])).get(order.id);
    expect(forecast?.gates).toMatchObject([{ gate: "inactive_account" }]);
    const due = new Date(Date.now() + 2 * 86_400_000);
    const { code } = order;
    const tried = await executeScheduled(
      schedulerCtx(here.organizationId, due),
      { code },
      { clock: () => due },
    );
    expect(value(tried)).toBe("given_back");
    expect((await storedSchedule(operator, code))?.failure).toMatchObject({
      reason: "held",
      gates: [{ gate: "inactive_account", accounts: [{ name }] }],
    });
  });
});

test("such orders are found by that gate, on the dashboard and before a bulk run", async () => {
  const there = await makeOrganization();
  const { id } = await makeProduct(there);
  const of = (accountId: string) => makeOrder(there, { accountId, items: [{ productId: id, quantity: 1 }] });
  const payer = await makeAccount(there);
  const [own, paid, free] = [
    await of((await makeAccount(there)).id),
    await of((await makeAccount(there, { billingToId: payer.id })).id),
    await of((await makeAccount(there)).id),
  ];
  const found = async (held: "inactive_account" | "nothing") =>
    (await unexecutedOrders(there.as.manager, { held })).rows.map(({ code }) => code).sort();
  expect(await found("inactive_account")).toEqual([]);
  await changeAccount(there, own.accountId, { active: false });
  await changeAccount(there, payer.id, { active: false });
  expect(await found("inactive_account")).toEqual([own.code, paid.code]);
  expect(await found("nothing")).toEqual([free.code]);
  const [row] = (await unexecutedOrders(there.as.manager, { held: "inactive_account" })).rows;
  expect(row?.heldBy).toMatchObject([{ label: "Inactive account" }]);
  expect((await unexecutedGroups(there.as.manager)).map(({ held }) => held)).toEqual([
    "inactive_account",
    "nothing",
  ]);
  const orderIds = [own.id, paid.id, free.id];
  expect(
    await preflightBulk(there.as.operator, { action: "execute", selection: { orderIds } }),
  ).toMatchObject({ ready: 1, held: [{ gate: "inactive_account", orders: 2 }] });
});

test("deactivating says how many open orders it holds: ordered, paid for, waiting or scheduled, and no basket", async () => {
  const customer = await makeCustomer(here);
  const id = customer.accountId;
  const { id: other } = await makeAccount(here);
  const paidFor = await makeOrder(here, { accountId: other, billingToId: id, items: items() });
  await makeScheduledOrder(here, { accountId: id, items: items() });
  await makeOrder(here, { accountId: id, items: items() });
  await makeOrder(here, { accountId: id, items: items(), statusId: here.statuses.Executed });
  await makeOrder(here, { accountId: other, items: items() });
  value(await addToBasket(customer, { productId }));
  expect(await openOrdersOf(operator, id)).toBe(3);
  expect((await activate(id, false)).held).toBe(3);
  expect((await changeAccount(here, id, { name: "Renamed" })).held).toBe(0);
  value(await cancelOrder(operator, { code: paidFor.code }));
  expect(await openOrdersOf(operator, id)).toBe(2);
});

test("an execution and the deactivation of its account or payer at once: one of them comes first", async () => {
  for (let round = 0; round < 6; round++) {
    const payer = await makeAccount(here);
    const { id: accountId } = await makeAccount(here, { billingToId: payer.id });
    const { code } = await makeOrder(here, { accountId, items: items() });
    const deactivated = round % 2 === 0 ? accountId : payer.id;
    const [executed, { held }] = await Promise.all([
      executeOrder(operator, { code }),
      activate(deactivated, false),
    ]);
    expect(held).toBe(executed.ok ? 0 : 1);
    expect((await executionEffects(operator, code)).invoices).toBe(executed.ok ? 1 : 0);
  }
});
