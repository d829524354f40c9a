import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { addDays, localDay } from "@/lib/domain/day";
import { startBulkRun } from "../bulk/start";
import { Prisma, read, unscoped } from "../kernel/db";
import { Forbidden, NotFound } from "../kernel/errors";
import { reverseExecution } from "../orders/commands/reverse-execution";
import { addToBasket } from "../storefront/basket/add";
import { getBasket } from "../storefront/basket/read";
import type { CustomerCtx, ResellerCtx } from "../storefront/customer";
import { startPayment } from "../storefront/payments/start";
import { placeOrder } from "../storefront/place";
import { chooseExecutionDate } from "../storefront/schedule/choose";
import { makeCustomer, makeReseller } from "./customers";
import { makeOrganization, makeProduct, makeUser, type TestOrganization, value } from "./factories";
import { makeOrder } from "./orders";

/**
 * What the app can reach is found in its imports, so that nothing new is left out: all of BSS is closed to customers and
 * resellers, and all of the Storefront knows nothing of other accounts, whatever id it is given.
 */

const root = path.resolve(import.meta.dirname, "../..");
const sources = (folder: string) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test."))
    .map((name) => path.join(folder, name));
const textOf = (file: string) => readFileSync(path.join(root, file), "utf8");

/** Everything that pages, actions and routes import of the server, and what each function takes first. */
const reachable = [
  ...new Set(
    sources("app").flatMap((file) =>
      [...textOf(file).matchAll(/import \{([^}]*)\} from "@\/(lib\/server\/[^"]+)"/g)].flatMap(
        ([, names = "", module = ""]) =>
          names
            .split(",")
            .map((name) => name.trim())
            .filter((name) => name && !name.startsWith("type "))
            .map((name) => `${module} ${name}`),
      ),
    ),
  ),
].map((entry) => {
  const [module = "", name = ""] = entry.split(" ");
  const file =
    [`${module}.ts`, `${module}/index.ts`].find((one) => sources("lib/server").includes(one)) ?? "";
  const signature = new RegExp(
    `export (?:async )?function\\*? ${name}(?:<[^(]*>)?\\(\\s*(?:\\{[^}]*\\}|\\w+): (\\w+)`,
  ).exec(textOf(file));
  return { module, name, takes: signature?.[1] ?? null };
});
/** What knows of no account by itself: who is asking, the machines' doors, and what holds no row. */
const others = [
  "action describeError",
  "action runAction",
  "billing/document-pdf/document-pdf documentPdf",
  "billing/open-invoices shownInvoices",
  "config config",
  "ctx systemCtx",
  "errors Forbidden",
  "errors NotFound",
  "keyset isUuid",
  "live/response liveResponse",
  "messages/queries maySendMail",
  "organizations/logo getLogo",
  "outside/read-text readText",
  "outside/signature signatureHeader",
  "outside/signature timestampHeader",
  "readiness readiness",
  "session currentCtx",
  "session currentSession",
  "session homePath",
  "session requireCtx",
  "session requireSession",
  "session requireStorefrontSession",
  "session-token endSession",
  "session-token startSession",
  "sign-in/auth-options authOptions",
  "sign-in/client-address clientAddress",
  "sign-in/sign-in signIn",
  "storefront/customer customerOf",
  "storefront/payments/drivers paymentDrivers",
  "storefront/payments/settle settlePayment",
  "storefront/session requireCustomer",
  "storefront/session requireReseller",
  "storefront/session runCustomerAction",
  "storefront/session runResellerAction",
];

test("all that the app reaches is tried below, or named here", () => {
  const tried = ["Ctx", "CustomerCtx", "ResellerCtx"];
  const rest = reachable.filter(({ takes }) => !tried.includes(takes ?? ""));
  const names = rest.map(({ module, name }) => `${module.replace("lib/server/", "")} ${name}`);
  expect(names.sort()).toEqual(others);
});

const taking = (type: string) => reachable.filter(({ takes }) => takes === type);

const load = async ({ module, name }: { module: string; name: string }) => {
  const exports = await import(/* @vite-ignore */ path.join(root, `${module}.ts`));
  return exports[name] as (...given: unknown[]) => unknown;
};

/** The first of what a generator gives, which does nothing until it is asked. */
const begun = (answer: unknown) =>
  answer && typeof answer === "object" && Symbol.asyncIterator in answer
    ? (answer as AsyncGenerator).next()
    : answer;

let here: TestOrganization;
let there: TestOrganization;
beforeAll(async () => {
  [here, there] = [await makeOrganization(), await makeOrganization()];
});

describe("of BSS, a customer and a reseller may not reach", () => {
  const commands = taking("Ctx").filter(({ module }) => module !== "lib/server/kernel/ctx");

  test("anything, and there is much", () => {
    expect(commands.length).toBeGreaterThan(60);
  });

  /** What these are asked decides which permission they need. */
  const inputs = async (): Promise<Record<string, unknown>> => {
    const { id: orderId } = await makeOrder(here);
    const selection = { orderIds: [orderId] };
    const work = { action: "cancel", input: {} };
    const { operator } = here.as;
    const { id } = await makeUser(here);
    const starter = { ...operator, actor: { ...operator.actor, id } };
    const { runId } = value(await startBulkRun(starter, { selection, work }));
    return {
      preflightBulk: { selection, action: "execute" },
      startBulkRun: { selection, work },
      retryBulkRun: { runId },
      stopBulkRun: { runId },
    };
  };

  test.each(commands)("$module $name", async (command) => {
    const call = await load(command);
    const input = command.module.startsWith("lib/server/bulk/") ? (await inputs())[command.name] : undefined;
    for (const ctx of [here.as.customer, here.as.reseller]) {
      const answer = Promise.resolve().then(() => begun(call(ctx, input, input)));
      if (command.name === "searchEverything") expect(await answer).toEqual([]);
      else await expect(answer).rejects.toThrow(Forbidden);
    }
  });
});

describe("of the Storefront, other accounts reach nothing with", () => {
  /** Everything of an account that can be named. */
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
      paymentId: page.split("/").at(-1) ?? "",
      invoice: invoice?.number ?? "",
      creditNote: value(reversed).creditNotes[0]?.number ?? "",
      subscriptionId: subscription?.id ?? "",
    };
  };
  type Victim = Awaited<ReturnType<typeof victimOf>>;

  const day = addDays(localDay(new Date(), "UTC"), 9);
  /** What each function is given: whatever of the victim it can name. A new one is named here, or the test fails. */
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
    returnFromPayment: ({ paymentId }) => [paymentId],
    paymentOutcome: ({ paymentId }) => [paymentId],
    basketCode: () => [undefined],
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

  /** Every row of the victim's, as it stands. */
  const everything = () => {
    const accounts = Prisma.sql`organization_id = ${here.organizationId}::uuid AND account_id = ANY(${victim.accounts}::uuid[])`;
    const orders = Prisma.sql`organization_id = ${here.organizationId}::uuid
      AND order_id IN (SELECT id FROM orders WHERE ${accounts})`;
    return unscoped().$queryRaw`
      SELECT (SELECT jsonb_agg(t ORDER BY id) FROM accounts AS t WHERE id = ANY(${victim.accounts}::uuid[])) AS accounts,
        (SELECT jsonb_agg(t ORDER BY id) FROM orders AS t WHERE ${accounts}) AS orders,
        (SELECT jsonb_agg(t ORDER BY id) FROM order_items AS t WHERE ${orders}) AS items,
        (SELECT jsonb_agg(t ORDER BY id) FROM order_history AS t WHERE ${orders}) AS history,
        (SELECT jsonb_agg(t ORDER BY order_id) FROM order_schedules AS t WHERE ${orders}) AS schedules,
        (SELECT jsonb_agg(t ORDER BY id) FROM invoices AS t WHERE ${accounts}) AS invoices,
        (SELECT jsonb_agg(t ORDER BY id) FROM payments AS t WHERE ${accounts}) AS payments,
        (SELECT jsonb_agg(t ORDER BY id) FROM payment_requests AS t WHERE ${accounts}) AS requests,
        (SELECT jsonb_agg(t ORDER BY id) FROM subscriptions AS t WHERE ${accounts}) AS subscriptions`;
  };

  const commands = [...taking("CustomerCtx"), ...taking("ResellerCtx")];

  test.each(commands)("$module $name", async (command) => {
    const call = await load(command);
    const attempts = tries[command.name];
    if (!attempts) throw new Error(`${command.name} is new: say what of another account it can be given`);
    const before = await everything();
    for (const attacker of command.takes === "ResellerCtx" ? resellers : customers) {
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
    expect(commands.map(({ name }) => name).sort()).toEqual(Object.keys(tries).sort());
  });
});

test("every server action begins with the one way that knows who is asking", () => {
  const ways =
    /^\w+[^{]*(?:\{[^{}]*\}[^{]*)?\{\s*(?:return|const result = await) run(?:Customer|Reseller)?Action[<(]/;
  /** These end a session or begin one; the search answers what its asker may see, as tried above. */
  const doors = ["signInAction", "signOutAction", "searchAction"];
  const actions = sources("app")
    .filter((file) => textOf(file).startsWith('"use server"'))
    .flatMap((file) =>
      textOf(file)
        .split(/^export async function /m)
        .slice(1)
        .map((text) => ({ name: /^\w+/.exec(text)?.[0] ?? "", text })),
    );
  expect(actions.length).toBeGreaterThan(30);
  const strays = actions.filter(({ name, text }) => !doors.includes(name) && !ways.test(text));
  expect(strays.map(({ name }) => name)).toEqual([]);
});
