import { beforeAll, describe, expect, test } from "vitest";
import { addDays, localDay } from "@/lib/domain/values/day";
import { read } from "../kernel/db";
import { addToBasket } from "../storefront/basket/commands/add-to-basket";
import { removeFromBasket } from "../storefront/basket/commands/change-basket";
import { chooseExecutionDate } from "../storefront/basket/commands/choose-execution-date";
import { placeOrder } from "../storefront/basket/commands/place-order";
import { getBasket } from "../storefront/basket/queries/get-basket";
import type { CustomerCtx, ResellerCtx } from "../storefront/customer";
import { getOwnOrder } from "../storefront/orders/queries/get-own-order";
import { startPayment } from "../storefront/payments/commands/start-payment";
import { seenOrder } from "./approvals";
import { makeCustomer, makeReseller } from "./customers";
import { allDefinitions, type Defined } from "./definitions";
import { makeOrganization, makeProduct, type TestOrganization, value } from "./factories";
import { bugsOf, type Errand, type Kinds, leftOut, outcome } from "./hostile";

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

type Example = Omit<Errand, "command">;

const page = async () => ({ cursor: "x", limit: 10 });
const pageKinds: Kinds = { "": "object", cursor: "anything", limit: "anything" };
const ofList: Example = { input: page, kinds: pageKinds };
const lists: Record<string, Example> = {
  listCatalogue: {
    input: async () => ({ q: "a", ...(await page()) }),
    kinds: { ...pageKinds, q: "anything" },
  },
  listOwnOrders: ofList,
  listOwnInvoices: ofList,
  listOwnPayments: ofList,
  listOwnSubscriptions: ofList,
  listCustomers: ofList,
  listApprovals: {
    input: async () => ({ show: "all", ...(await page()) }),
    kinds: { ...pageKinds, show: "anything" },
  },
};

async function shownOf(code: string) {
  const { version, shown } = await getOwnOrder(customer, code);
  return { code, version, seen: shown?.seen ?? "" };
}

const asSeen: Kinds = { version: "optional", seen: "optional" };
const configured: Kinds = { quantity: "optional", configuration: "values", "configuration.Domain": "line" };
const commands: Record<string, Example> = {
  addToBasket: {
    input: async () => {
      value(await removeFromBasket(customer, { itemId: (await basketOf(customer)).items[0]?.id }));
      return { ...product(), itemType: "quantity_change", subscriptionId };
    },
    kinds: configured,
    // Without a type it is a new item, which has no subscription.
    elsewhere: { itemType: "subscriptionId" },
  },
  changeBasketItem: {
    input: async () => {
      const { productId: _, ...changed } = product();
      return { itemId: (await basketOf(customer)).items[0]?.id ?? "", ...changed };
    },
    kinds: configured,
  },
  removeFromBasket: {
    input: async () => ({ itemId: (await basketOf(customer)).items[0]?.id ?? "" }),
    // All of them, when none is named.
    kinds: { "": "nothingNeeded", itemId: "optional" },
  },
  chooseExecutionDate: {
    input: async () => {
      value(await removeFromBasket(customer, {}));
      await basketOf(customer);
      return { day };
    },
    kinds: { day: "null" },
  },
  placeOrder: {
    input: async () => {
      await basketOf(customer);
      value(await chooseExecutionDate(customer, { day: null }));
      return seen(customer);
    },
  },
  rescheduleOrder: {
    input: async () => ({ ...(await shownOf(await placed(customer, day))), day }),
    kinds: asSeen,
  },
  cancelOwnOrder: {
    input: async () => shownOf(await placed(customer, day)),
    kinds: asSeen,
  },
  fillInValues: {
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
    input: async () => ({ code: (await basketOf(customer)).code }),
  },
  payInvoice: {
    input: async () => {
      await placed(customer);
      const { number } = await read(here.as.operator).invoice.findFirstOrThrow({
        where: { accountId: customer.accountId, outstanding: { gt: 0 } },
      });
      return { number };
    },
  },
  answerSimulated: {
    input: async () => ({ id: await begun(), answer: "paid" }),
  },
  approveOrder: {
    input: async () => ({ ...(await seenOrder(reseller, await placed(through))), comment: "Fine" }),
    kinds: { comment: "note" },
  },
  cancelWaiting: {
    input: async () => ({ code: await placed(through), comment: "Not now" }),
    kinds: { comment: "note" },
  },
  returnFromPayment: { input: async () => ({ id: await begun() }) },
  setOrderApproval: {
    input: async () => ({ accountId: through.accountId, orderApproval: true }),
    kinds: { orderApproval: "yes" },
  },
};

const examples = { ...commands, ...lists };
const ofStorefront = (await allDefinitions()).filter(({ definition }) =>
  ["customer", "reseller"].includes(definition.caller.kind),
);
const tried = ofStorefront.flatMap((defined) => {
  const example = examples[defined.exported];
  return example ? [{ ...defined, example }] : [];
});
const send = ({ call, definition }: Defined) => {
  return (raw: unknown) => call(definition.caller.kind === "reseller" ? reseller : customer, raw);
};

test("every command of the Storefront has an example, and every example is of one", () => {
  const wanted = ofStorefront.filter(({ definition }) => definition.kind !== "query");
  const names = tried.map(({ exported }) => exported);
  expect(wanted.filter(({ exported }) => !names.includes(exported))).toEqual([]);
  expect(names.toSorted()).toEqual(Object.keys(examples).toSorted());
});

describe.each(tried)("$exported", (defined) => {
  const { definition, example } = defined;

  test("is sent every field that it takes", async () => {
    expect(leftOut(definition.input, await example.input())).toEqual([]);
  });

  test("answers whatever is sent, and in its own form what is right", async () => {
    const command = async (raw: unknown) => {
      const answer = (await send(defined)(raw)) as { ok?: boolean; value?: unknown };
      if (answer?.ok) definition.output?.parse(answer.value);
      return answer;
    };
    expect(await bugsOf({ ...example, command })).toEqual([]);
  });
});

describe.each(tried.filter(({ exported }) => exported in commands))("$exported", (defined) => {
  test.each(["accountId", "organizationId", "unitPrice", "discountPercent", "status"])(
    "takes no %s from the browser",
    async (name) => {
      const sound = (await defined.example.input()) as object;
      if (Object.hasOwn(sound, name)) return;
      expect(await outcome(send(defined)({ ...sound, [name]: "1" }))).toBe("refused");
    },
  );
});
