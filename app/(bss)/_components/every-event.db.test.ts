import { beforeAll, expect, test } from "vitest";
import { eventKinds } from "@/lib/domain/events/event";
import { lockout } from "@/lib/domain/sign-in/lockout";
import { listAccountHistory } from "@/lib/server/accounts/queries/account-history";
import { listAuditLog } from "@/lib/server/audit-log/queries/list-audit-log";
import { reversePayment } from "@/lib/server/billing/commands/reverse-payment";
import { schedulerCtx, systemCtx } from "@/lib/server/kernel/ctx";
import { read } from "@/lib/server/kernel/db";
import { transaction } from "@/lib/server/kernel/transaction";
import { resendMessage } from "@/lib/server/messages/commands/resend-message";
import { saveOrderStatuses } from "@/lib/server/order-statuses/commands/save-order-statuses";
import { cancelOrder } from "@/lib/server/orders/commands/cancel-order";
import { createOrder } from "@/lib/server/orders/commands/create-order";
import { createOrders } from "@/lib/server/orders/commands/create-orders";
import { deliverOrder } from "@/lib/server/orders/commands/deliver-order";
import { executeOrder } from "@/lib/server/orders/commands/execute-order";
import { setOrderStatus } from "@/lib/server/orders/commands/set-order-status";
import { orderHistory } from "@/lib/server/orders/queries/order-history";
import { saveLogo } from "@/lib/server/organizations/commands/save-logo";
import { getCompany } from "@/lib/server/organizations/queries/get-company";
import { choosePassword } from "@/lib/server/profile/commands/choose-password";
import { personOf } from "@/lib/server/profile/person";
import { executeScheduled } from "@/lib/server/scheduling/commands/execute-scheduled";
import { endOwnSession } from "@/lib/server/sessions/commands/end-session";
import { endOtherSessions } from "@/lib/server/sessions/commands/end-sessions";
import { finishSignIn } from "@/lib/server/sign-in/finish";
import { loadSession, type Session } from "@/lib/server/sign-in/session/session";
import { claimsOf } from "@/lib/server/sign-in/session/session-token";
import { endSessionWith } from "@/lib/server/sign-in/session/sessions";
import { signIn, type WaitsForFactor } from "@/lib/server/sign-in/sign-in";
import { allDefinitions } from "@/lib/server/testing/definitions";
import { peopleExamples, sentBy } from "@/lib/server/testing/examples/people";
import { staffExamples } from "@/lib/server/testing/examples/staff";
import { approveShown } from "@/lib/server/testing/factories/approvals";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  makeUser,
  type TestOrganization,
  value,
} from "@/lib/server/testing/factories/basics";
import { buy } from "@/lib/server/testing/factories/baskets";
import { makeCustomer, makeReseller } from "@/lib/server/testing/factories/customers";
import { makeOrder } from "@/lib/server/testing/factories/orders";
import { makeReservedPayment } from "@/lib/server/testing/factories/payments";
import { held, makeLink } from "@/lib/server/testing/factories/people";
import { makeScheduledOrder } from "@/lib/server/testing/factories/scheduling";
import { makePersonWithApp } from "@/lib/server/testing/factories/second-factors";
import { advanceTrial } from "@/lib/server/trials/commands/advance-trial";
import { tellDisabled } from "@/lib/server/webhooks/tell-disabled";
import { accountChanges, accountEventLabels } from "../accounts/_components/history-words";
import { describeEntry } from "../orders/_components/history/history-words";
import { changeLines, eventLabel } from "../setup/audit-log/_components/words";

/**
 * Every command of staff is carried out as its example says, and so are the lives below, which take more than one command.
 * A kind of event that none of them records, or that no page tells, fails here: play the life that it needs.
 */

let here: TestOrganization;
let told: Map<string, string[]>;
beforeAll(async () => {
  here = await makeOrganization();
  await carryOutExamples();
  for (const live of Object.values(lives)) await live();
  told = await allThatIsTold();
});

async function carryOutExamples() {
  for (const { exported, call, definition } of await allDefinitions()) {
    const example = staffExamples[exported];
    if (!example || definition.kind !== "command") continue;
    const { as = "operator", who } = example;
    const ctx = here.as[as];
    await call(who ? await who(ctx, here) : ctx, await example.input(here));
  }
}

const nextYear = (month: number) => new Date(Date.UTC(new Date().getUTCFullYear() + 1, month));
const scheduler = (now: Date) => schedulerCtx(here.organizationId, now);
const needsDomain = () => makeProduct(here, { requiredConfiguration: ["Domain"] });
const itemsOf = ({ id: productId }: { id: string }) => [{ productId, quantity: 2 }];

const lives = {
  async signIns() {
    const locked = await makeUser(here);
    for (let i = 0; i < lockout.freeTries; i++)
      await signIn(
        { now: new Date(), address: "192.0.2.2" },
        { email: locked.email, password: "not theirs" },
      );
    const { email, password } = await makeUser(here);
    const request = { now: new Date(), address: "192.0.2.1" };
    await signIn(request, { email, password: "not their password" });
    value(await signIn(request, { email, password }));
    const careful = await makePersonWithApp(here);
    const { waitsWith } = value(
      await signIn(request, { email: careful.email, password: careful.password }),
    ) as WaitsForFactor;
    await finishSignIn(request, waitsWith, { code: "no code" });
    const organizations = read(here.as.administrator).organization;
    await organizations.updateMany({ data: { singleSignOnOnly: true } });
    await signIn(request, { email, password });
    await organizations.updateMany({ data: { singleSignOnOnly: false } });
    await expect(createOrder(here.as.customer, {})).rejects.toThrow();
  },

  async sessionsEnd() {
    const user = { ...(await makeUser(here)), organizationId: here.organizationId, sessionVersion: 1 };
    const seen = { device: "Firefox on Linux", address: "192.0.2.3" };
    const request = { now: new Date(), browserTimeZone: null, locale: "en-GB", usedFrom: null };
    const load = async () => (await loadSession(await claimsOf(user, seen), request)) as Session;
    const person = personOf(await load());
    await endSessionWith(await claimsOf(user, seen), new Date());
    value(await endOwnSession(person, { id: (await load()).id }));
    value(await endOtherSessions(person, {}));
  },

  async people() {
    for (const [exported, example] of Object.entries(peopleExamples)) {
      const defined = (await allDefinitions()).find((one) => one.exported === exported);
      await defined?.call(await example.who(here), sentBy(example));
    }
    const { id } = await makeUser(here);
    value(
      await choosePassword(await held("password", await makeLink(here, id)), {
        password: "seven umbrellas in the rain",
      }),
    );
  },

  async logo() {
    const { logo } = await getCompany(here.as.administrator);
    value(await saveLogo(here.as.administrator, { picture: null, replaces: logo?.id ?? null }));
  },

  async statusOfOnesOwn() {
    const cells = { no: 900, description: "Awaiting documents", type: "in_progress", color: "#aa3311" };
    const added = [{ id: "new-1", cells: { ...cells, storefrontType: "submitted", active: true } }];
    value(await saveOrderStatuses(here.as.administrator, { added }));
    const { id: statusId } = await read(here.as.operator).orderStatus.findFirstOrThrow({
      where: { description: cells.description },
    });
    value(await setOrderStatus(here.as.operator, { code: (await makeOrder(here)).code, statusId }));
  },

  async refusalAndReturn() {
    const { code, items } = await makeOrder(here, { items: itemsOf(await needsDomain()) });
    await executeOrder(here.as.operator, { code });
    const some = [{ itemId: items[0]?.id, quantity: 1 }];
    const { subOrderCode } = value(await deliverOrder(here.as.operator, { code, items: some }));
    value(await cancelOrder(here.as.operator, { code: subOrderCode, comment: "Wrong one" }));
  },

  async throughReseller() {
    const reseller = await makeReseller(here);
    const customer = await makeCustomer(here, { resellerId: reseller.accountId });
    const { code } = await buy(customer, (await makeProduct(here)).id);
    value(await approveShown(reseller, code));
  },

  async schedules() {
    const product = await makeProduct(here);
    const repriced = await makeScheduledOrder(here, { items: itemsOf(product) });
    await read(here.as.operator).product.updateMany({ where: { id: product.id }, data: { price: "12.5" } });
    const held = await makeScheduledOrder(here, { items: itemsOf(await needsDomain()) });
    for (const { code } of [repriced, held]) value(await executeScheduled(scheduler(nextYear(0)), { code }));
  },

  async noticeSentAgain() {
    await makeUser(here, { role: "administrator" });
    const system = systemCtx(here.organizationId, new Date());
    const webhook = { id: crypto.randomUUID(), name: "Warehouse" };
    await transaction(system, (tx) => tellDisabled(tx, system, webhook, "failing"));
    const messages = read(here.as.operator).message;
    const { id } = await messages.findFirstOrThrow({ where: { type: "webhook_disabled" } });
    const sent = { state: "sent", sentAt: new Date(), nextAttemptAt: null } as const;
    await messages.updateMany({ where: { id }, data: sent });
    value(await resendMessage(here.as.operator, { id }));
  },

  async movesIn() {
    const { id: accountId } = await makeAccount(here);
    const ended = { externalId: crypto.randomUUID(), endedAt: "2020-01-02T12:00:00Z" };
    const order = {
      accountId,
      ...ended,
      statusId: here.statuses.Executed,
      items: itemsOf(await makeProduct(here)),
    };
    value(await createOrders(here.as.administrator, { orders: [order] }));
  },

  async paymentForAnOrder() {
    const { id: paymentId } = await makeReservedPayment(here);
    value(await reversePayment(here.as.operator, { paymentId, reason: "Bounced" }));
  },

  async trial() {
    const { id: accountId } = await makeAccount(here);
    const items = itemsOf(await makeProduct(here)).map((item) => ({ ...item, itemType: "trial" as const }));
    const { code } = await makeOrder(here, { accountId, items });
    value(await executeOrder(here.as.operator, { code }));
    const { id, trialDueAt } = await read(here.as.operator).subscription.findFirstOrThrow({
      where: { accountId },
    });
    for (const now of [trialDueAt ?? nextYear(0), nextYear(6)])
      await advanceTrial(systemCtx(here.organizationId, now), { subscriptionId: id });
  },
};

async function allThatIsTold() {
  const words = new Map<string, string[]>();
  const tell = (kind: string, ...lines: string[]) => words.set(kind, [...(words.get(kind) ?? []), ...lines]);
  const { administrator } = here.as;
  const [orders, accounts] = await Promise.all([
    read(administrator).order.findMany({ where: { parentId: null }, select: { code: true } }),
    read(administrator).account.findMany({ select: { id: true } }),
  ]);
  for (const { code } of orders) {
    const { entries } = await orderHistory(administrator, { code, limit: 200 });
    for (const entry of entries) {
      const { title, lines } = describeEntry(entry, here.currency, { locale: "en-GB", timeZone: "UTC" });
      tell(entry.kind, title, ...lines);
    }
  }
  for (const { id: accountId } of accounts) {
    const { rows } = await listAccountHistory(administrator, { accountId });
    for (const row of rows)
      tell(row.kind, accountEventLabels[row.kind], ...accountChanges(row).map(({ label }) => label));
  }
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await listAuditLog(administrator, { cursor });
    for (const row of page.rows) tell(row.kind, eventLabel(row.kind), ...changeLines(row));
    cursor = page.next;
  }
  return words;
}

test.each(eventKinds)("%s is recorded, and told in words", (kind) => {
  const words = told.get(kind) ?? [];
  expect(words).not.toEqual([]);
  expect(words.filter((line) => !line || /undefined|\[object|null/.test(line))).toEqual([]);
});
