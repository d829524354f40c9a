import "server-only";
import { logRequest } from "../api-keys/log-request";
import { recordPayment } from "../billing/commands/record-payment";
import { read } from "../kernel/db";
import { saveOrderStatuses } from "../order-statuses/commands/save-order-statuses";
import { deliverOrder } from "../orders/commands/deliver-order";
import { reverseExecution } from "../orders/commands/reverse-execution";
import { startPayment } from "../storefront/payments/commands/start-payment";
import { createVendor } from "../vendors/commands/create-vendor";
import { createWebhook } from "../webhooks/commands/create-webhook";
import { sendTestEvent } from "../webhooks/commands/send-test-event";
import { begunRun } from "./examples/bulk";
import { checkedImport } from "./examples/imports";
import { each, setRows } from "./examples/shared";
import { storefrontExamples } from "./examples/storefront";
import { changeAccount } from "./factories/accounts";
import { makeApiKey } from "./factories/api-keys";
import { makeAccount, makeOrganization, makeProduct, makeUser, value } from "./factories/basics";
import { makeCustomer } from "./factories/customers";
import { makeOrder } from "./factories/orders";
import { makeReservedPayment } from "./factories/payments";
import { makeRole } from "./factories/roles";
import { makeScheduledOrder } from "./factories/scheduling";
import { newRow } from "./status-edits";

/** Creates an organization with so many rows of everything that a query can return, for a single customer where possible. */
export async function makeScene(rows: number) {
  const here = await makeOrganization();
  setRows(here, rows);
  const { operator, administrator } = here.as;
  const shop = await storefrontExamples(here, rows);
  const { accountId } = shop.customer;
  const webhooks = await each(here, (at) =>
    createWebhook(administrator, { ...webhook, name: `Webhook ${at}` }),
  );
  const webhookId = webhooks[0]?.ok ? webhooks[0].value.id : "";
  await each(here, () => sendTestEvent(administrator, { id: webhookId }));
  const [vendors, products, users] = [
    await each(here, (at) => createVendor(administrator, { ...vendor, name: `Vendor ${at}` })),
    await each(here, () => makeProduct(here, { requiredConfiguration: ["Domain"] })),
    await each(here, () => makeUser(here)),
  ];
  const roles = await each(here, () => makeRole(here));
  await each(here, () => makeAccount(here));
  await each(here, () => makeCustomer(here, { resellerId: shop.reseller.accountId }));
  await each(here, () => makeAccount(here, { type: "reseller", billingToId: accountId }));
  await each(here, (at) => changeAccount(here, accountId, { name: `Buyer ${at}` }));
  await each(here, async () => value(await saveOrderStatuses(administrator, { added: [newRow()] })));

  const items = (await each(here, async () => ({ productId: shop.productId, quantity: 1 }))).flat();
  const open = await each(here, () => makeOrder(here, { accountId, items }));
  const held = await each(here, () =>
    makeOrder(here, { accountId, items: products.map(({ id }) => ({ productId: id, quantity: 1 })) }),
  );
  await each(here, () => makeScheduledOrder(here, { accountId, items }));
  await each(here, () => shop.placed(shop.through));
  const executed = { accountId, items, statusId: here.statuses.Executed ?? "" };
  const [bought] = await each(here, () => makeOrder(here, executed));
  await each(here, async () => {
    const { code } = await makeOrder(here, executed);
    return value(await reverseExecution(administrator, { code, comment: "A mistake" }));
  });
  await each(here, async () => value(await recordPayment(operator, { accountId, amount: "1" })));
  const delivered = await makeOrder(here, { accountId, items });
  for (const { id } of delivered.items.slice(1)) {
    value(await deliverOrder(operator, { code: delivered.code, items: [{ itemId: id, quantity: 1 }] }));
  }
  await each(here, () => begunRun(here));
  const runId = await begunRun(here);
  const [importId] = await each(here, () => checkedImport(here));
  const reserved = await makeReservedPayment(here);
  const keys = await each(here, () => makeApiKey(here));
  const apiKeyId = keys[0]?.id ?? "";
  await each(here, () => logRequest(administrator, apiKeyId, called));

  const poor = await makeCustomer(here);
  const accounts = read(operator).account;
  await accounts.updateMany({ where: { id: poor.accountId }, data: { creditLimit: "0" } });
  const unpaid = await makeOrder(here, { accountId: poor.accountId, items });
  const { page } = value(await startPayment(poor, { code: unpaid.code }));

  const of = { where: { accountId } };
  const [account, invoice, creditNote, subscription, message] = await Promise.all([
    accounts.findFirstOrThrow({ where: { id: accountId } }),
    read(operator).invoice.findFirstOrThrow({ where: { accountId, orderId: bought?.id ?? "" } }),
    read(operator).creditNote.findFirstOrThrow(of),
    read(operator).subscription.findFirstOrThrow({ where: { accountId, orderId: bought?.id ?? "" } }),
    read(operator).message.findFirstOrThrow(of),
  ]);
  const [waiting] = await read(operator).order.findMany({
    where: { accountId: shop.through.accountId, statusStorefrontType: "pending_approval" },
  });
  return {
    ...{ here, shop, account, invoice, creditNote, subscription, message, poor, runId, reserved, apiKeyId },
    importId: importId ?? "",
    product: products[0],
    user: users[0],
    roleId: roles[0]?.id ?? "",
    webhookId,
    vendorId: vendors[0]?.ok ? vendors[0].value.id : "",
    paymentId: page.split("/").at(-1) ?? "",
    orders: {
      open: open[0]?.code ?? "",
      held: held[0]?.code ?? "",
      executed: bought?.code ?? "",
      delivered: delivered.code,
      waiting: waiting?.code ?? "",
      ids: open.map(({ id }) => id),
    },
  };
}

export type Scene = Awaited<ReturnType<typeof makeScene>>;

const vendor = { endpoint: "https://vendor.example", preCheck: false, timeoutSeconds: 5, callbackMinutes: 5 };
const called = { method: "GET", path: "/api/v1/orders", status: 200, ms: 12 };
const webhook = { url: "https://receiver.example", types: ["order.executed"] };
