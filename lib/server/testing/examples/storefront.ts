import "server-only";
import { addDays, localDay } from "@/lib/domain/values/day";
import { read } from "../../kernel/db";
import { addToBasket } from "../../storefront/basket/commands/add-to-basket";
import { removeFromBasket } from "../../storefront/basket/commands/change-basket";
import { chooseExecutionDate } from "../../storefront/basket/commands/choose-execution-date";
import { placeOrder } from "../../storefront/basket/commands/place-order";
import { getBasket } from "../../storefront/basket/queries/get-basket";
import type { CustomerCtx } from "../../storefront/customer";
import { getOwnOrder } from "../../storefront/orders/queries/get-own-order";
import { startPayment } from "../../storefront/payments/commands/start-payment";
import { deactivateColleague } from "../../storefront/people/commands/set-colleague-active";
import { inviteUser } from "../../users/commands/invite-user";
import { seenOrder } from "../factories/approvals";
import { makeProduct, type TestOrganization, value } from "../factories/basics";
import { makeCustomer, makeReseller } from "../factories/customers";
import type { Errand, Kinds } from "../hostile";

type Example = Omit<Errand, "command">;

/**
 * Creates the people of a shop and returns what they send to each command and list of the Storefront. Their baskets and
 * orders have so many items.
 */
export async function storefrontExamples(here: TestOrganization, rows = 1) {
  const productId = (await makeProduct(here, { price: "10" })).id;
  const reseller = await makeReseller(here);
  const customer = await makeCustomer(here);
  const through = await makeCustomer(here, { resellerId: reseller.accountId });

  const day = addDays(localDay(new Date(), "UTC"), 9);
  const product = () => ({ productId, quantity: 2, configuration: { Domain: "example.com" } });

  async function basketOf(of: CustomerCtx) {
    await limitCredit(null);
    const basket = (await getBasket(of)) ?? { items: [] };
    // Two items of one product with different values stay separate.
    for (let at = basket.items.length === 0 ? 0 : rows; at < rows; at++) {
      value(await addToBasket(of, { ...product(), configuration: { Domain: `${at || ""}example.com` } }));
    }
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
    // Later questions about the basket get a new one, which is to be executed at once.
    await basketOf(of);
    return code;
  }

  const limitCredit = (creditLimit: string | null) =>
    read(here.as.operator).account.updateMany({ where: { id: customer.accountId }, data: { creditLimit } });

  /** Fills a basket that exceeds the credit of the customer's account, until another one is requested. */
  async function tooMuch(of: CustomerCtx): Promise<string> {
    const { code } = await basketOf(of);
    await limitCredit("0");
    return code;
  }

  /** Starts a payment that is not answered. */
  async function begun(): Promise<string> {
    const poor = await makeCustomer(here, { accountId: customer.accountId });
    const { page } = value(await startPayment(poor, { code: await tooMuch(poor) }));
    await limitCredit(null);
    return page.split("/").at(-1) ?? "";
  }

  /** Invites somebody to the customer's account. */
  async function invited() {
    // Staff invite without end, and people of an account do not.
    const person = { email: `${crypto.randomUUID()}@people.example`, name: "Cleo", timeZone: null };
    const as = { role: "customer", accountId: customer.accountId, accountRole: "buyer" };
    const { id } = value(await inviteUser(here.as.administrator, { ...person, ...as }));
    return { id, version: 1 };
  }

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
      // All items are removed if none is named.
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
        // After another basket was placed, there is none yet.
        await removeFromBasket(customer, {});
        for (let at = 0; at < rows; at++)
          value(await addToBasket(customer, { productId: id, quantity: at + 1 }));
        const { code } = value(await placeOrder(customer, await seen(customer)));
        const { missing } = await getOwnOrder(customer, code);
        return { code, items: missing.map(({ itemId }) => ({ itemId, values: { Domain: "a.example" } })) };
      },
      kinds: { "items.*.values": "emptyValues", "items.*.values.Domain": "filledLine" },
    },
    startPayment: {
      input: async () => ({ code: await tooMuch(customer) }),
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
    inviteColleague: {
      input: async () => ({
        ...{ email: `${crypto.randomUUID()}@people.example`, name: "Cleo", accountRole: "buyer" },
      }),
      kinds: { name: "words" },
    },
    sendColleagueLink: { input: async () => ({ id: (await invited()).id }) },
    setAccountRole: { input: async () => ({ ...(await invited()), accountRole: "viewer" }) },
    deactivateColleague: { input: invited },
    activateColleague: {
      input: async () => {
        const { id } = await invited();
        value(await deactivateColleague(customer, { id, version: 1 }));
        return { id, version: 2 };
      },
    },
    returnFromPayment: { input: async () => ({ id: await begun() }) },
    setOrderApproval: {
      input: async () => ({ accountId: through.accountId, orderApproval: true }),
      kinds: { orderApproval: "yes" },
    },
  };

  await placed(customer);
  const [owned] = await read(here.as.operator).subscription.findMany({
    where: { accountId: customer.accountId },
  });
  const subscriptionId = owned?.id ?? "";
  return { commands, lists, customer, through, reseller, productId, subscriptionId, placed };
}
