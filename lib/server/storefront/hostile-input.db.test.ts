import { beforeAll, describe, expect, test } from "vitest";
import { addDays, localDay } from "@/lib/domain/day";
import { read } from "../db";
import { makeCustomer, makeReseller } from "../testing/customers";
import { makeOrganization, makeProduct, type TestOrganization, value } from "../testing/factories";
import { bugsOf, type Json, outcome } from "../testing/hostile";
import { approveOrder } from "./approvals/approve";
import { cancelWaiting } from "./approvals/cancel";
import { listCustomers, setOrderApproval } from "./approvals/customers";
import { listApprovals } from "./approvals/queries";
import { addToBasket } from "./basket/add";
import { changeBasketItem, removeFromBasket } from "./basket/change";
import { getBasket } from "./basket/read";
import { listOwnInvoices, listOwnPayments } from "./billing";
import { listCatalogue } from "./catalogue";
import type { CustomerCtx, ResellerCtx } from "./customer";
import { listOwnOrders } from "./orders/list";
import { answerSimulated } from "./payments/own";
import { startPayment } from "./payments/start";
import { placeOrder } from "./place";
import { cancelScheduledOrder } from "./schedule/cancel";
import { chooseExecutionDate } from "./schedule/choose";
import { rescheduleOrder } from "./schedule/reschedule";
import { listOwnSubscriptions } from "./subscriptions";

/** As ../hostile-input.db.test.ts, of what customers and resellers send: whoever signs in may send anything to any of it. */

let here: TestOrganization;
let productId: string;
let customer: CustomerCtx;
let through: CustomerCtx;
let reseller: ResellerCtx;
let subscriptionId: string;
beforeAll(async () => {
  here = await makeOrganization();
  productId = (await makeProduct(here, { price: "10" })).id;
  reseller = await makeReseller(here);
  customer = await makeCustomer(here);
  through = await makeCustomer(here, { resellerId: reseller.accountId });
  await placed(customer);
  const [owned] = await read(here.as.operator).subscription.findMany({
    where: { accountId: customer.accountId },
  });
  subscriptionId = owned?.id ?? "";
});

const day = addDays(localDay(new Date(), "UTC"), 9);
const product = () => ({ productId, quantity: 2, configuration: { Domain: "example.com" } });

async function basketOf(of: CustomerCtx) {
  const basket = (await getBasket(of)) ?? { items: [] };
  if (basket.items.length === 0) value(await addToBasket(of, product()));
  const filled = await getBasket(of);
  if (!filled) throw new Error("No basket");
  return filled;
}

async function seen(of: CustomerCtx) {
  const { code, version, totals } = await basketOf(of);
  return { code, version, total: totals.finalPrice };
}

async function placed(of: CustomerCtx, on: string | null = null): Promise<string> {
  await basketOf(of);
  value(await chooseExecutionDate(of, { day: on }));
  const { code } = value(await placeOrder(of, await seen(of)));
  // What is asked of the basket next is asked of a new one, to be executed at once.
  await basketOf(of);
  return code;
}

/** A payment that was begun and not answered. */
async function begun(): Promise<string> {
  const poor = await makeCustomer(here, { accountId: customer.accountId });
  const accounts = read(here.as.operator).account;
  const limit = (creditLimit: string | null) =>
    accounts.updateMany({ where: { id: customer.accountId }, data: { creditLimit } });
  await limit("0");
  const { page } = value(await startPayment(poor, { code: (await basketOf(poor)).code }));
  await limit(null);
  return page.split("/").at(-1) ?? "";
}

const page = async () => ({ cursor: "x", limit: 10 });
const errands: Record<string, [(raw: unknown) => Promise<unknown>, () => Promise<Json>]> = {
  addToBasket: [
    (raw) => addToBasket(customer, raw),
    async () => {
      value(await removeFromBasket(customer, { itemId: (await basketOf(customer)).items[0]?.id }));
      return { ...product(), itemType: "quantity_change", subscriptionId };
    },
  ],
  changeBasketItem: [
    (raw) => changeBasketItem(customer, raw),
    async () => {
      const { productId: _, ...changed } = product();
      return { itemId: (await basketOf(customer)).items[0]?.id ?? "", ...changed };
    },
  ],
  removeFromBasket: [
    (raw) => removeFromBasket(customer, raw),
    async () => ({ itemId: (await basketOf(customer)).items[0]?.id ?? "" }),
  ],
  chooseExecutionDate: [
    (raw) => chooseExecutionDate(customer, raw),
    async () => {
      value(await removeFromBasket(customer, {}));
      await basketOf(customer);
      return { day };
    },
  ],
  placeOrder: [
    (raw) => placeOrder(customer, raw),
    async () => {
      await basketOf(customer);
      value(await chooseExecutionDate(customer, { day: null }));
      return seen(customer);
    },
  ],
  rescheduleOrder: [
    (raw) => rescheduleOrder(customer, raw),
    async () => ({ code: await placed(customer, day), day }),
  ],
  cancelScheduledOrder: [
    (raw) => cancelScheduledOrder(customer, raw),
    async () => ({ code: await placed(customer, day) }),
  ],
  startPayment: [
    (raw) => startPayment(customer, raw),
    async () => ({ code: (await basketOf(customer)).code }),
  ],
  answerSimulated: [
    (raw) => answerSimulated(customer, raw),
    async () => ({ id: await begun(), answer: "paid" }),
  ],
  approveOrder: [
    (raw) => approveOrder(reseller, raw),
    async () => ({ code: await placed(through), comment: "Fine" }),
  ],
  cancelWaiting: [
    (raw) => cancelWaiting(reseller, raw),
    async () => ({ code: await placed(through), comment: "Not now" }),
  ],
  setOrderApproval: [
    (raw) => setOrderApproval(reseller, raw),
    async () => ({ accountId: through.accountId, orderApproval: true }),
  ],
};
const lists: Record<string, [(raw: unknown) => Promise<unknown>, () => Promise<Json>]> = {
  listCatalogue: [(raw) => listCatalogue(customer, raw), async () => ({ q: "a", ...(await page()) })],
  listOwnOrders: [(raw) => listOwnOrders(customer, raw), page],
  listOwnInvoices: [(raw) => listOwnInvoices(customer, raw), page],
  listOwnPayments: [(raw) => listOwnPayments(customer, raw), page],
  listOwnSubscriptions: [(raw) => listOwnSubscriptions(customer, raw), page],
  listCustomers: [(raw) => listCustomers(reseller, raw), page],
  listApprovals: [(raw) => listApprovals(reseller, raw), async () => ({ show: "all", ...(await page()) })],
};

describe.each(Object.entries({ ...errands, ...lists }))("%s", (_, [command, input]) => {
  test("answers whatever is sent", async () => {
    // Without a type it is a new item, which has no subscription.
    expect(await bugsOf(command, input, { itemType: "subscriptionId" })).toEqual([]);
  }, 120_000);
});

describe.each(Object.entries(errands))("%s", (_, [command, input]) => {
  test.each(["accountId", "organizationId", "unitPrice", "discountPercent", "status"])(
    "takes no %s from the browser",
    async (name) => {
      const sound = (await input()) as object;
      if (Object.hasOwn(sound, name)) return;
      expect(await outcome(command({ ...sound, [name]: "1" }))).toBe("refused");
    },
  );
});
