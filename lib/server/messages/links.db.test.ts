import { beforeAll, expect, test } from "vitest";
import { messageTypes } from "@/lib/domain/messages/message";
import { addDays, localDay } from "@/lib/domain/values/day";
import { schedulerCtx, systemCtx } from "../kernel/ctx";
import { read } from "../kernel/db";
import { cancelOrder } from "../orders/commands/cancel-order";
import { deliverOrder } from "../orders/commands/deliver-order";
import { executeOrder } from "../orders/commands/execute-order";
import { reverseExecution } from "../orders/commands/reverse-execution";
import { getOrder } from "../orders/queries/get-order";
import { executeScheduled } from "../scheduling/commands/execute-scheduled";
import { cancelWaiting } from "../storefront/approvals/commands/cancel-waiting";
import { getApproval } from "../storefront/approvals/queries/approvals";
import type { CustomerCtx, ResellerCtx } from "../storefront/customer";
import { getOwnOrder } from "../storefront/orders/queries/get-own-order";
import { approveShown } from "../testing/factories/approvals";
import {
  makeOrganization,
  makeProduct,
  makeUser,
  type TestOrganization,
  value,
} from "../testing/factories/basics";
import { buy } from "../testing/factories/baskets";
import { makeCustomer, makeReseller } from "../testing/factories/customers";
import { makeOrder } from "../testing/factories/orders";
import { payFor } from "../testing/factories/payments";
import { makeScheduledOrder } from "../testing/factories/scheduling";
import { advanceTrial } from "../trials/commands/advance-trial";

// The test writes each message once in each way it can arise, and follows its link as the recipient.

let here: TestOrganization;
let mail: { id: string };
let reseller: ResellerCtx;
beforeAll(async () => {
  here = await makeOrganization();
  mail = await makeProduct(here, { name: "Mail", price: "10" });
  reseller = await makeReseller(here, { name: "Meridian", email: "desk@meridian.example" });
  await makeUser(here, { role: "operator" });
});

/** Opens the pages to which a message may lead, by the start of their address. */
const pages: Record<string, (code: string, reader: CustomerCtx | ResellerCtx | null) => Promise<unknown>> = {
  "/orders": (code) => getOrder(here.as.operator, code),
  "/storefront/billing/orders": (code, reader) => getOwnOrder(reader as CustomerCtx, code),
  "/storefront/approvals": (code, reader) => getApproval(reader as ResellerCtx, code),
};

async function follow(message: { text: string; accountId: string | null }, customers: CustomerCtx[]) {
  const [, path = "", code = ""] = /: https?:\/\/[^/\s]+(\S*)\/(\S+)/.exec(message.text) ?? [];
  const page = pages[path];
  if (!page) throw new Error(`The message leads to ${path}/${code}`);
  const isResellers = message.accountId === reseller.accountId;
  const customer = customers.find(({ accountId }) => accountId === message.accountId);
  expect(path === "/orders").toBe(message.accountId === null);
  await page(decodeURIComponent(code), isResellers ? reseller : (customer ?? null));
}

test("each link of each message leads its recipient to a page that they may read", async () => {
  const customer = await makeCustomer(here, { email: "it@willow.example" });
  const poor = await makeCustomer(here, { email: "it@poor.example", creditLimit: "5" });
  const through = await makeCustomer(here, { resellerId: reseller.accountId, email: "it@through.example" });
  const needy = await makeProduct(here, { name: "Domain", price: "10", requiredConfiguration: ["name"] });
  const operator = here.as.operator;

  await buy(customer, mail.id);
  await buy(customer, needy.id);
  const { code: unpaid } = await buy(poor, mail.id);
  await payFor(poor, unpaid);
  const [first, second] = [await buy(through, mail.id), await buy(through, mail.id)];
  value(await approveShown(reseller, first.code));
  value(await cancelWaiting(reseller, { code: second.code, comment: "Not this year" }));
  await buy(through, mail.id);

  const { code } = await makeOrder(here, {
    accountId: customer.accountId,
    items: [{ productId: mail.id, quantity: 2 }],
  });
  const [item] = (await getOrder(operator, code)).items;
  value(await deliverOrder(operator, { code, items: [{ itemId: item?.id, quantity: 1 }] }));
  value(await executeOrder(operator, { code: `${code}-1` }));
  value(await reverseExecution(here.as.administrator, { code: `${code}-1`, comment: "A mistake" }));
  value(await cancelOrder(operator, { code, comment: "Changed their mind" }));

  const day = addDays(localDay(new Date(), "UTC"), 1);
  const scheduled = await makeScheduledOrder(here, { accountId: poor.accountId }, { day });
  await read(operator).product.updateMany({
    where: { organizationId: here.organizationId },
    data: { price: "11" },
  });
  const now = new Date(`${day}T06:00:00Z`);
  const scheduler = schedulerCtx(here.organizationId, now);
  value(await executeScheduled(scheduler, { code: scheduled.code }, { clock: () => now }));

  const offered = await makeProduct(here, { trialDays: 30, trialMaxQuantity: 5 });
  const trial = await makeOrder(here, {
    accountId: customer.accountId,
    items: [{ productId: offered.id, quantity: 1, itemType: "trial" }],
  });
  value(await executeOrder(operator, { code: trial.code }));
  const { id: subscriptionId, trialDueAt } = await read(operator).subscription.findFirstOrThrow({
    where: { productId: offered.id },
  });
  value(await advanceTrial(systemCtx(here.organizationId, trialDueAt ?? now), { subscriptionId }));

  const messages = await read(operator).message.findMany({
    select: { type: true, text: true, accountId: true },
  });
  expect([...new Set(messages.map(({ type }) => type))].sort()).toEqual([...messageTypes].sort());
  for (const message of messages) await follow(message, [customer, poor, through]);
});
