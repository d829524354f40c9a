import { beforeAll, describe, expect, test } from "vitest";
import { addDays, localDay } from "@/lib/domain/values/day";
import { Prisma, read, unscoped } from "../kernel/db";
import { Forbidden, NotFound } from "../kernel/errors";
import { reverseExecution } from "../orders/commands/reverse-execution";
import { addToBasket } from "../storefront/basket/commands/add-to-basket";
import { chooseExecutionDate } from "../storefront/basket/commands/choose-execution-date";
import { placeOrder } from "../storefront/basket/commands/place-order";
import { getBasket } from "../storefront/basket/queries/get-basket";
import type { CustomerCtx, ResellerCtx } from "../storefront/customer";
import { startPayment } from "../storefront/payments/commands/start-payment";
import { allDefinitions } from "./definitions";
import { makeOrganization, makeProduct, type TestOrganization, value } from "./factories/basics";
import { makeCustomer, makeReseller } from "./factories/customers";

/**
 * Tries every command and query as someone else, so that nothing new is left out. BSS must be closed to customers and
 * resellers, and the Storefront must reveal nothing of other accounts, whatever id it gets.
 */

const definitions = await allDefinitions();
const ofStaff = definitions.filter(({ definition }) => definition.caller.kind === "staff");
const ofStorefront = definitions.filter(({ definition }) =>
  ["customer", "reseller"].includes(definition.caller.kind),
);

let here: TestOrganization;
let there: TestOrganization;
beforeAll(async () => {
  [here, there] = [await makeOrganization(), await makeOrganization()];
});

describe("of BSS, a customer and a reseller may not reach", () => {
  test("anything, and there is much", () => {
    expect(ofStaff.length).toBeGreaterThan(60);
  });

  test.each(ofStaff)("$definition.name", async ({ call, definition }) => {
    for (const ctx of [here.as.customer, here.as.reseller]) {
      await expect(call(ctx, {})).rejects.toThrow(Forbidden);
    }
    const attempts = await read(here.as.administrator).event.findMany({
      where: { kind: "call.forbidden", subject: definition.name },
      select: { actorId: true },
    });
    const actors = [here.as.customer, here.as.reseller].map(({ actor }) => actor.id);
    expect(attempts.map(({ actorId }) => actorId).toSorted()).toEqual(actors.toSorted());
  });
});

describe("what the product does by itself, nobody who signs in may have it do", () => {
  const byItself = definitions.filter(({ definition }) => definition.caller.kind === "machine");

  test("and there are a callback and the tasks of the worker", () => {
    expect(byItself.map(({ definition }) => definition.name).toSorted()).toEqual([
      ...[
        "advance_trial",
        "bulk_run",
        "deliver_webhook",
        "execute_paid",
        "execute_scheduled",
        "import",
        "make_deliveries",
        "provision",
      ],
      ...["provisioning.receive-callback", "send_message"],
    ]);
  });

  test.each(byItself)("$definition.name", async ({ call }) => {
    for (const ctx of [here.as.customer, here.as.reseller, here.as.manager]) {
      await expect(call(ctx, {})).rejects.toThrow(Forbidden);
    }
  });
});

describe("what people do about themselves, by a session or a link", () => {
  test("is this, and takes no id of anybody else", () => {
    const own = definitions.filter(({ definition }) => ["person", "link"].includes(definition.caller.kind));
    const taken = own.map(({ definition: { name, input } }) => [
      name,
      "shape" in input ? Object.keys(input.shape as object) : [],
    ]);
    expect(Object.fromEntries(taken)).toEqual({
      "profile.change-email": ["email", "current"],
      "profile.change-name": ["name"],
      "profile.change-password": ["current", "password"],
      "profile.choose-password": ["password"],
      "profile.confirm-email": [],
      // What they are about is the link's or the person's own: people/organizations.db.test.ts.
      "profile.decline": [],
      "profile.get": [],
      "profile.join": [],
      "profile.keep-email": [],
      "profile.organizations": [],
      // Their door has checked what the provider says, and the step is the person's alone: own-identities.db.test.ts.
      "single-sign-on.accept": ["token", "issuer", "subject"],
      "single-sign-on.begin-by-link": [],
      "single-sign-on.begin-linking": ["current"],
      "single-sign-on.get": [],
      "single-sign-on.link": ["token", "issuer", "subject"],
      "single-sign-on.unlink": ["issuer", "current"],
      // It takes back an answer to a question of the person alone: second-factor.db.test.ts.
      "second-factor.add-passkey": ["token", "response", "name"],
      "second-factor.begin-app": ["current"],
      "second-factor.begin-passkey": ["current"],
      "second-factor.confirm-app": ["code"],
      "second-factor.get": [],
      "second-factor.make-recovery-codes": ["current"],
      "second-factor.remove-app": ["current"],
      // It finds a passkey of the person alone: second-factor.db.test.ts.
      "second-factor.remove-passkey": ["id", "current"],
      // It finds a session of the person alone: sessions.db.test.ts.
      "session.end": ["id"],
      "session.end-others": [],
      "session.list": [],
    });
  });
});

describe("of the Storefront, other accounts reach nothing with", () => {
  /** Creates everything of an account that can be named. */
  const victimOf = async (organization: TestOrganization) => {
    const secret = `secret-${crypto.randomUUID()}`;
    const reseller = await makeReseller(organization);
    const { id: productId } = await makeProduct(organization, { price: "10" });
    const buy = async (customer: CustomerCtx, day?: string) => {
      value(await addToBasket(customer, { productId, quantity: 2, configuration: { Name: secret } }));
      if (day) value(await chooseExecutionDate(customer, { day }));
      const basket = await getBasket(customer);
      if (!basket) throw new Error("No basket");
      return basket;
    };
    const place = async (customer: CustomerCtx, day?: string) => {
      const { code, version, totals } = await buy(customer, day);
      return value(await placeOrder(customer, { code, version, total: totals.finalPrice })).code;
    };

    const customer = await makeCustomer(organization, { name: secret });
    const through = await makeCustomer(organization, {
      name: `${secret} too`,
      resellerId: reseller.accountId,
    });
    const executed = await place(customer);
    const taken = { code: await place(customer), comment: secret };
    const reversed = await reverseExecution(organization.as.administrator, taken);
    const scheduled = await place(customer, addDays(localDay(new Date(), "UTC"), 5));
    const limited = read(organization.as.operator).account;
    await limited.updateMany({ where: { id: customer.accountId }, data: { creditLimit: "1" } });
    const held = await place(customer);
    const waiting = await place(through);
    const { page } = value(await startPayment(customer, { code: held }));
    const basket = await buy(customer);
    const [invoice] = await read(organization.as.operator).invoice.findMany({
      where: { accountId: customer.accountId },
    });
    const [subscription] = await read(organization.as.operator).subscription.findMany({
      where: { accountId: customer.accountId },
    });
    return {
      secret,
      accounts: [customer.accountId, through.accountId],
      productId,
      codes: [executed, scheduled, held, waiting, basket.code],
      basket,
      itemId: basket.items[0]?.id ?? "",
      person: { id: customer.userId, version: 1 },
      paymentId: page.split("/").at(-1) ?? "",
      invoice: invoice?.number ?? "",
      creditNote: value(reversed).creditNotes[0]?.number ?? "",
      subscriptionId: subscription?.id ?? "",
    };
  };
  type Victim = Awaited<ReturnType<typeof victimOf>>;

  const day = addDays(localDay(new Date(), "UTC"), 9);
  /**
   * Holds what each function is given: everything of the victim that it can name. A new function must be added here, or the
   * test fails.
   */
  const tries: Record<string, (victim: Victim) => unknown[]> = {
    listCatalogue: ({ secret }) => [{}, { q: secret }],
    getCatalogueProduct: () => ["VM-S"],
    getBasket: () => [undefined],
    basketSize: () => [undefined],
    mayBuy: () => [undefined],
    getShopLook: () => [undefined],
    addToBasket: ({ productId, subscriptionId }) => [
      { productId, quantity: 1, itemType: "quantity_change", subscriptionId },
    ],
    changeBasketItem: ({ itemId }) => [{ itemId, quantity: 9 }],
    removeFromBasket: ({ itemId }) => [{ itemId }, {}],
    chooseExecutionDate: () => [{ day }, { day: null }],
    placeOrder: ({ codes, basket }) =>
      codes.map((code) => ({ code, version: basket.version, total: basket.totals.finalPrice })),
    rescheduleOrder: ({ codes }) => codes.map((code) => ({ code, day })),
    cancelOwnOrder: ({ codes }) => codes.map((code) => ({ code })),
    fillInValues: ({ codes, itemId }) =>
      codes.map((code) => ({ code, items: [{ itemId, values: { Domain: "taken.example" } }] })),
    payInvoice: ({ invoice: number }) => [{ number }],
    startPayment: ({ codes }) => codes.map((code) => ({ code })),
    getPaymentRequest: ({ paymentId }) => [paymentId],
    answerSimulated: ({ paymentId: id }) => [{ id, answer: "paid" }],
    returnFromPayment: ({ paymentId: id }) => [{ id }],
    paymentOutcome: ({ paymentId }) => [paymentId],
    getBasketCode: () => [undefined],
    justOrdered: () => [undefined],
    listOwnOrders: () => [{}],
    getOwnOrder: ({ codes }) => codes,
    watchOwnOrder: ({ codes }) => codes,
    listOwnMessages: ({ codes }) => codes,
    listOwnInvoices: () => [{}],
    getOwnInvoice: ({ invoice }) => [invoice],
    getOwnInvoiceDocument: ({ invoice }) => [invoice],
    getOwnCreditNoteDocument: ({ creditNote }) => [creditNote],
    listOwnCreditNotes: () => [{}],
    getOwnCreditNote: ({ creditNote }) => [creditNote],
    listOwnPayments: () => [{}],
    getOwnCredit: () => [undefined],
    listOwnSubscriptions: () => [{}],
    listApprovals: () => [{}, { show: "all" }],
    getApproval: ({ codes }) => codes,
    approveOrder: ({ codes }) => codes.map((code) => ({ code, version: 1, total: "1" })),
    cancelWaiting: ({ codes }) => codes.map((code) => ({ code, comment: "taken" })),
    listCustomers: () => [{}],
    listColleagues: () => [undefined],
    inviteColleague: () => [
      { email: `${crypto.randomUUID()}@people.example`, name: "Taken", accountRole: "buyer" },
    ],
    sendColleagueLink: ({ person: { id } }) => [{ id }],
    setAccountRole: ({ person }) => [{ ...person, accountRole: "viewer" }],
    deactivateColleague: ({ person }) => [person],
    activateColleague: ({ person }) => [person],
    setOrderApproval: ({ accounts }) => accounts.map((accountId) => ({ accountId, orderApproval: false })),
  };

  let victim: Victim;
  let customers: CustomerCtx[];
  let resellers: ResellerCtx[];
  beforeAll(async () => {
    victim = await victimOf(here);
    resellers = [await makeReseller(here), await makeReseller(there)];
    customers = [await makeCustomer(here), await makeCustomer(there), ...resellers];
  });

  /** Reads every row of the victim as it is. */
  const everything = () => {
    const accounts = Prisma.sql`organization_id = ${here.organizationId}::uuid AND account_id = ANY(${victim.accounts}::uuid[])`;
    const orders = Prisma.sql`organization_id = ${here.organizationId}::uuid
      AND order_id IN (SELECT id FROM orders WHERE ${accounts})`;
    return unscoped().$queryRaw`
      SELECT (SELECT jsonb_agg(t ORDER BY id) FROM users AS t WHERE ${accounts}) AS users,
        (SELECT jsonb_agg(t ORDER BY id) FROM accounts AS t WHERE id = ANY(${victim.accounts}::uuid[])) AS accounts,
        (SELECT jsonb_agg(t ORDER BY id) FROM orders AS t WHERE ${accounts}) AS orders,
        (SELECT jsonb_agg(t ORDER BY id) FROM order_items AS t WHERE ${orders}) AS items,
        (SELECT jsonb_agg(t ORDER BY id) FROM events AS t WHERE ${orders}) AS history,
        (SELECT jsonb_agg(t ORDER BY order_id) FROM order_schedules AS t WHERE ${orders}) AS schedules,
        (SELECT jsonb_agg(t ORDER BY id) FROM invoices AS t WHERE ${accounts}) AS invoices,
        (SELECT jsonb_agg(t ORDER BY id) FROM payments AS t WHERE ${accounts}) AS payments,
        (SELECT jsonb_agg(t ORDER BY id) FROM payment_requests AS t WHERE ${accounts}) AS requests,
        (SELECT jsonb_agg(t ORDER BY id) FROM subscriptions AS t WHERE ${accounts}) AS subscriptions`;
  };

  test.each(ofStorefront)("$definition.name", async ({ exported, call, definition }) => {
    const attempts = tries[exported];
    if (!attempts) throw new Error(`${exported} is new: say what of another account it can be given`);
    const before = await everything();
    for (const attacker of definition.caller.kind === "reseller" ? resellers : customers) {
      for (const input of attempts(victim)) {
        const answer = await Promise.resolve()
          .then(() => call(attacker, input))
          .catch((error: unknown) => {
            if (!(error instanceof NotFound)) throw error;
          });
        const told = JSON.stringify(answer) ?? "";
        for (const owned of [victim.secret, victim.itemId, ...victim.accounts])
          expect(told).not.toContain(owned);
      }
    }
    expect(await everything()).toEqual(before);
  });

  test("and each of them can be reached", () => {
    expect(ofStorefront.map(({ exported }) => exported).sort()).toEqual(Object.keys(tries).sort());
  });
});
