import { beforeAll, describe, expect, test } from "vitest";
import { addDays, localDay } from "@/lib/domain/day";
import { SetOrderApprovalInput } from "@/lib/schemas/accounts";
import {
  AddToBasketInput,
  AnswerSimulatedInput,
  ApproveOrderInput,
  CancelOwnOrderInput,
  ChangeBasketItemInput,
  ChooseExecutionDateInput,
  DecideOrderInput,
  FillInValuesInput,
  ListApprovalsInput,
  ListCatalogueInput,
  ListOwnInput,
  PayInvoiceInput,
  PlaceOrderInput,
  RemoveFromBasketInput,
  RescheduleOrderInput,
  StartPaymentInput,
} from "@/lib/schemas/storefront";
import { read } from "../kernel/db";
import { seenOrder } from "../testing/approvals";
import { makeCustomer, makeReseller } from "../testing/customers";
import { makeOrganization, makeProduct, type TestOrganization, value } from "../testing/factories";
import { bugsOf, type Errand, type Kinds, leftOut, outcome } from "../testing/hostile";
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
import { cancelOwnOrder } from "./orders/cancel";
import { getOwnOrder } from "./orders/detail";
import { fillInValues } from "./orders/fill-in";
import { listOwnOrders } from "./orders/list";
import { answerSimulated } from "./payments/own";
import { startPayment } from "./payments/start";
import { payInvoice } from "./payments/start-invoice";
import { placeOrder } from "./place";
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
const pageKinds: Kinds = { "": "object", cursor: "anything", limit: "anything" };
const lists: Record<string, Errand> = {
  listCatalogue: {
    schema: ListCatalogueInput,
    command: (raw) => listCatalogue(customer, raw),
    input: async () => ({ q: "a", ...(await page()) }),
    kinds: { ...pageKinds, q: "anything" },
  },
  listOwnOrders: listOf((raw) => listOwnOrders(customer, raw)),
  listOwnInvoices: listOf((raw) => listOwnInvoices(customer, raw)),
  listOwnPayments: listOf((raw) => listOwnPayments(customer, raw)),
  listOwnSubscriptions: listOf((raw) => listOwnSubscriptions(customer, raw)),
  listCustomers: listOf((raw) => listCustomers(reseller, raw)),
  listApprovals: {
    schema: ListApprovalsInput,
    command: (raw) => listApprovals(reseller, raw),
    input: async () => ({ show: "all", ...(await page()) }),
    kinds: { ...pageKinds, show: "anything" },
  },
};

function listOf(command: Errand["command"]): Errand {
  return { schema: ListOwnInput, command, input: page, kinds: pageKinds };
}

async function shownOf(code: string) {
  const { version, shown } = await getOwnOrder(customer, code);
  return { code, version, seen: shown?.seen ?? "" };
}

const asSeen: Kinds = { version: "optional", seen: "optional" };
const configured: Kinds = { quantity: "optional", configuration: "values", "configuration.Domain": "line" };
const errands: Record<string, Errand> = {
  addToBasket: {
    schema: AddToBasketInput,
    command: (raw) => addToBasket(customer, raw),
    input: async () => {
      value(await removeFromBasket(customer, { itemId: (await basketOf(customer)).items[0]?.id }));
      return { ...product(), itemType: "quantity_change", subscriptionId };
    },
    kinds: configured,
    // Without a type it is a new item, which has no subscription.
    elsewhere: { itemType: "subscriptionId" },
  },
  changeBasketItem: {
    schema: ChangeBasketItemInput,
    command: (raw) => changeBasketItem(customer, raw),
    input: async () => {
      const { productId: _, ...changed } = product();
      return { itemId: (await basketOf(customer)).items[0]?.id ?? "", ...changed };
    },
    kinds: configured,
  },
  removeFromBasket: {
    schema: RemoveFromBasketInput,
    command: (raw) => removeFromBasket(customer, raw),
    input: async () => ({ itemId: (await basketOf(customer)).items[0]?.id ?? "" }),
    // All of them, when none is named.
    kinds: { "": "nothingNeeded", itemId: "optional" },
  },
  chooseExecutionDate: {
    schema: ChooseExecutionDateInput,
    command: (raw) => chooseExecutionDate(customer, raw),
    input: async () => {
      value(await removeFromBasket(customer, {}));
      await basketOf(customer);
      return { day };
    },
    kinds: { day: "null" },
  },
  placeOrder: {
    schema: PlaceOrderInput,
    command: (raw) => placeOrder(customer, raw),
    input: async () => {
      await basketOf(customer);
      value(await chooseExecutionDate(customer, { day: null }));
      return seen(customer);
    },
  },
  rescheduleOrder: {
    schema: RescheduleOrderInput,
    command: (raw) => rescheduleOrder(customer, raw),
    input: async () => ({ ...(await shownOf(await placed(customer, day))), day }),
    kinds: asSeen,
  },
  cancelOwnOrder: {
    schema: CancelOwnOrderInput,
    command: (raw) => cancelOwnOrder(customer, raw),
    input: async () => shownOf(await placed(customer, day)),
    kinds: asSeen,
  },
  fillInValues: {
    schema: FillInValuesInput,
    command: (raw) => fillInValues(customer, raw),
    input: async () => {
      const { id } = await makeProduct(here, { requiredConfiguration: ["Domain"], nonAutomatic: true });
      // There is none yet after another one was placed.
      await removeFromBasket(customer, {});
      value(await addToBasket(customer, { productId: id }));
      const { code } = value(await placeOrder(customer, await seen(customer)));
      const { missing } = await getOwnOrder(customer, code);
      return { code, items: [{ itemId: missing[0]?.itemId ?? "", values: { Domain: "a.example" } }] };
    },
    kinds: { "items.*.values": "emptyValues", "items.*.values.Domain": "filledLine" },
  },
  startPayment: {
    schema: StartPaymentInput,
    command: (raw) => startPayment(customer, raw),
    input: async () => ({ code: (await basketOf(customer)).code }),
  },
  payInvoice: {
    schema: PayInvoiceInput,
    command: (raw) => payInvoice(customer, raw),
    input: async () => {
      await placed(customer);
      const { number } = await read(here.as.operator).invoice.findFirstOrThrow({
        where: { accountId: customer.accountId, outstanding: { gt: 0 } },
      });
      return { number };
    },
  },
  answerSimulated: {
    schema: AnswerSimulatedInput,
    command: (raw) => answerSimulated(customer, raw),
    input: async () => ({ id: await begun(), answer: "paid" }),
  },
  approveOrder: {
    schema: ApproveOrderInput,
    command: (raw) => approveOrder(reseller, raw),
    input: async () => ({ ...(await seenOrder(reseller, await placed(through))), comment: "Fine" }),
    kinds: { comment: "note" },
  },
  cancelWaiting: {
    schema: DecideOrderInput,
    command: (raw) => cancelWaiting(reseller, raw),
    input: async () => ({ code: await placed(through), comment: "Not now" }),
    kinds: { comment: "note" },
  },
  setOrderApproval: {
    schema: SetOrderApprovalInput,
    command: (raw) => setOrderApproval(reseller, raw),
    input: async () => ({ accountId: through.accountId, orderApproval: true }),
    kinds: { orderApproval: "yes" },
  },
};

describe.each(Object.entries({ ...errands, ...lists }))("%s", (_, errand) => {
  test("is sent every field that it takes", async () => {
    expect(leftOut(errand.schema, await errand.input())).toEqual([]);
  });

  test("answers whatever is sent", async () => {
    expect(await bugsOf(errand)).toEqual([]);
  });
});

describe.each(Object.entries(errands))("%s", (_, { command, input }) => {
  test.each(["accountId", "organizationId", "unitPrice", "discountPercent", "status"])(
    "takes no %s from the browser",
    async (name) => {
      const sound = (await input()) as object;
      if (Object.hasOwn(sound, name)) return;
      expect(await outcome(command({ ...sound, [name]: "1" }))).toBe("refused");
    },
  );
});
