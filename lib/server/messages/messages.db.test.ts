import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addDays, localDay } from "@/lib/domain/values/day";
import { recordPayment } from "../billing/commands/record-payment";
import { schedulerCtx, systemCtx } from "../kernel/ctx";
import { read, unscoped } from "../kernel/db";
import { Forbidden, NotFound } from "../kernel/errors";
import { transaction } from "../kernel/transaction";
import { cancelOrder } from "../orders/commands/cancel-order";
import { deliverOrder } from "../orders/commands/deliver-order";
import { executeOrder, previewExecution } from "../orders/commands/execute-order";
import { reverseExecution } from "../orders/commands/reverse-execution";
import { getOrder } from "../orders/queries/get-order";
import { lockOrder } from "../orders/tree/load";
import { editOrganization } from "../organizations/commands/edit-organization";
import { saveLogo } from "../organizations/commands/save-logo";
import { executeScheduled } from "../scheduling/commands/execute-scheduled";
import { listOwnMessages } from "../storefront/orders/queries/list-own-messages";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  makeUser,
  type TestOrganization,
  value,
} from "../testing/factories/basics";
import { buy } from "../testing/factories/baskets";
import { companyProfile, testLogo } from "../testing/factories/company";
import { makeCustomer } from "../testing/factories/customers";
import { messagesAbout } from "../testing/factories/messages";
import { makeOrder } from "../testing/factories/orders";
import { makeScheduledOrder } from "../testing/factories/scheduling";
import { startMailServer } from "../testing/processes/mail-server";
import { resendMessage } from "./commands/resend-message";
import { sendMessage } from "./commands/send-message";
import { getMessage, listMessages } from "./queries/messages";
import { recordAndTell } from "./record-and-tell";
import { queueDueMessages } from "./requeue";
import { type MailDriver, type MailOutcome, smtpDriver } from "./smtp";

let here: TestOrganization;
let server: Awaited<ReturnType<typeof startMailServer>>;
let mail: MailDriver;
beforeAll(async () => {
  here = await makeOrganization();
  server = await startMailServer((to) => {
    if (to.startsWith("nobody@")) return Object.assign(new Error("No such mailbox"), { responseCode: 550 });
    if (to.startsWith("busy@")) return Object.assign(new Error("Try again later"), { responseCode: 451 });
    return null;
  });
  mail = smtpDriver({ url: server.url, from: "Order Desk <orders@shop.example>" });
});
afterAll(() => server.close());
beforeEach(() => {
  server.received.length = 0;
});

const messagesOf = (orderId: string) =>
  read(here.as.operator).message.findMany({
    where: { orderId },
    orderBy: [{ createdAt: "asc" }, { recipient: "asc" }],
  });
/** Makes an executed order and the message to its account. */
async function executed(account: Parameters<typeof makeAccount>[1] = { email: "buyer@customer.example" }) {
  const { id: accountId } = await makeAccount(here, account);
  const order = await makeOrder(here, { accountId, statusId: here.statuses.Executed });
  const [message] = await messagesOf(order.id);
  if (!message) throw new Error("No message");
  return { order, accountId, message };
}
const send = (id: string, now = new Date(), driver: MailDriver | undefined = mail) =>
  sendMessage(systemCtx(here.organizationId, now), { id }, { clock: () => now, mail: driver }).then(value);
const stored = (id: string) => getMessage(here.as.operator, id);

test("a mail server's refusal is kept, whatever it says and however long", async () => {
  const { message } = await executed();
  const reason = `550 \u0000no\ud83d ${"🙂".repeat(1000)}`;
  const hostile: MailDriver = { send: async () => ({ ok: false, reason, final: true }) };
  expect(await send(message.id, new Date(), hostile)).toBe("failed");
  expect((await stored(message.id)).error).toMatch(/^550 no 🙂/);
});

describe("what is told", () => {
  test("an execution, in the account's language and with what it charged", async () => {
    const { order, message } = await executed({ email: "kunde@example.com", language: "de" });
    expect(message).toMatchObject({
      type: "executed",
      address: "kunde@example.com",
      state: "waiting",
      subject: `Ihre Bestellung ${order.code} ist ausgeführt`,
    });
    expect(message.text).toContain(order.invoices[0]?.number);
    expect(message.text).toContain(`/storefront/billing/orders/${order.code}`);
  });

  test("a subject that names a long name whole", async () => {
    for (const name of ["🙂".repeat(110), `a${"🙂".repeat(110)}`]) {
      const reseller = await makeAccount(here, { type: "reseller" });
      const { id: accountId } = await makeAccount(here, { name, resellerId: reseller.id });
      const { code } = await makeOrder(here, { accountId });
      await transaction(here.as.operator, async (tx) => {
        const order = await lockOrder(tx, here.as.operator, code);
        const after = { since: "placed" as const, gates: [{ gate: "approval" as const, reseller: null }] };
        const event = {
          orderId: order.part.id,
          statusLabel: "Submitted",
          kind: "order.execution_refused" as const,
          after,
        };
        await recordAndTell(tx, here.as.operator, order, [event]);
      });
      const [message] = await read(here.as.operator).message.findMany({ where: { accountId: reseller.id } });
      expect(message?.subject).toMatch(/^[^\p{Cs}\ufffd]+ waits for your approval$/u);
    }
  });

  test("nothing of a preview, and nothing of what was refused", async () => {
    const { id: accountId } = await makeAccount(here, { creditLimit: "0" });
    const order = await makeOrder(here, { accountId });
    expect((await executeOrder(here.as.operator, { code: order.code })).ok).toBe(false);
    await read(here.as.operator).account.updateMany({
      where: { id: accountId },
      data: { creditLimit: null },
    });
    value(await previewExecution(here.as.operator, { code: order.code }));
    expect(await messagesOf(order.id)).toEqual([]);
  });

  test("of a canceled remainder, the units that are canceled and not those that were kept", async () => {
    const product = await makeProduct(here);
    const order = await makeOrder(here, { items: [{ productId: product.id, quantity: 5 }] });
    const items = [{ itemId: order.items[0]?.id ?? "", quantity: 2 }];
    const { subOrderCode } = value(await deliverOrder(here.as.operator, { code: order.code, items }));
    value(await executeOrder(here.as.operator, { code: subOrderCode }));
    value(await cancelOrder(here.as.operator, { code: order.code }));
    const message = (await messagesOf(order.id)).find(({ type }) => type === "cancelled");
    expect(message?.text).toContain(`- 3 × ${product.name}`);
    expect(message?.text).toContain("36.00");
  });

  test("a cancellation, with its comment", async () => {
    const order = await makeOrder(here);
    value(await cancelOrder(here.as.operator, { code: order.code, comment: "Ordered twice" }));
    const [message] = await messagesOf(order.id);
    expect(message).toMatchObject({ type: "cancelled", text: expect.stringContaining("Ordered twice") });
  });

  test("an order that waits for the reseller is not promised to be carried out", async () => {
    const reseller = await makeAccount(here, { type: "reseller" });
    const customer = await makeCustomer(here, { resellerId: reseller.id });
    const { id: productId } = await makeProduct(here);
    const { code } = await buy(customer, productId);
    const message = (await messagesAbout(here.as.operator, code)).find(({ type }) => type === "confirmation");
    expect(message?.subject).toBe(`We received your order ${code}`);
    expect(message?.text).toContain("It waits for the following:\n- Your reseller has to approve it.");
    expect(message?.text).not.toContain("We are working on it");
  });

  test("a value that is missing is asked for", async () => {
    const customer = await makeCustomer(here);
    const { id } = await makeProduct(here, { name: "Domain", requiredConfiguration: ["Domain name"] });
    const { code } = await buy(customer, id);
    const [message] = await messagesAbout(here.as.operator, code);
    expect(message?.text).toContain("- We need from you: Domain name (Domain).");
  });

  test("a reversal, with its credit note, what had been paid and the comment, as on the customer's page", async () => {
    const customer = await makeCustomer(here, { email: "buyer@customer.example" });
    const { id } = await makeProduct(here, { name: "Mail", price: "10", taxRate: "0" });
    const { code } = await buy(customer, id, 3);
    const { accountId } = customer;
    value(await recordPayment(here.as.operator, { accountId, amount: "12", reference: "" }));
    value(await reverseExecution(here.as.administrator, { code, comment: "Ordered twice" }));
    const messages = await messagesAbout(here.as.operator, code);
    const told = messages.find(({ type }) => type === "reversed");
    expect(told?.subject).toBe(`We reversed your order ${code}`);
    expect(told?.text).toMatch(/Credit note CN-\d+ takes back its invoice\. You had paid €12\.00/);
    expect(told?.text).toContain("We were told this reason: Ordered twice");
    expect(told?.text).toContain("- 3 × Mail\nTotal including tax: €30.00");
    const own = await listOwnMessages(customer, code);
    expect(own.map(({ text }) => text)).toContain(told?.text);
    expect(await listOwnMessages(await makeCustomer(here), code)).toEqual([]);
  });

  test("a schedule, and its failure to customer and operators, the reason to operators alone", async () => {
    const organization = await makeOrganization();
    await makeUser(organization, { role: "administrator" });
    const operator = await makeUser(organization, { role: "operator" });
    const { id: accountId } = await makeAccount(organization, {
      email: "c@customer.example",
      creditLimit: "5",
    });
    const day = addDays(localDay(new Date(), "UTC"), 1);
    const order = await makeScheduledOrder(organization, { accountId }, { day });
    const now = new Date(`${day}T06:00:00Z`);
    value(
      await executeScheduled(
        schedulerCtx(organization.organizationId, now),
        { code: order.code },
        { clock: () => now },
      ),
    );
    const messages = await read(organization.as.operator).message.findMany({
      where: { orderId: order.id },
      orderBy: { createdAt: "asc" },
    });
    expect(messages.map(({ type, address }) => [type, address]).sort()).toEqual(
      [
        ["scheduled", "c@customer.example"],
        ["schedule_failed", "c@customer.example"],
        ["schedule_failed", operator.email],
      ].sort(),
    );
    const told = (address: string) =>
      messages.find((one) => one.type === "schedule_failed" && one.address === address);
    expect(told(operator.email)?.text).toContain(" short.");
    expect(told("c@customer.example")?.text).toMatch(/- It is €[\d.]+ over your available credit\./);
    expect(told("c@customer.example")?.text).toContain("We try again automatically");
  });

  test("a schedule that fails five times, the first time and the last", async () => {
    const { id: accountId } = await makeAccount(here, { email: "late@customer.example", creditLimit: "5" });
    const day = addDays(localDay(new Date(), "UTC"), 1);
    const order = await makeScheduledOrder(here, { accountId }, { day });
    let now = new Date(`${day}T06:00:00Z`);
    for (let tries = 0; tries < 5; tries++) {
      const scheduler = schedulerCtx(here.organizationId, now);
      value(await executeScheduled(scheduler, { code: order.code }, { clock: () => now }));
      now = new Date(now.getTime() + 2 * 86_400_000);
    }
    const told = (await messagesAbout(here.as.operator, order.code)).filter(
      ({ type, address }) => type === "schedule_failed" && address === "late@customer.example",
    );
    expect(told.map(({ text }) => text.includes("We try again automatically")).sort()).toEqual([false, true]);
  });

  test("a new price of a scheduled order, before and after", async () => {
    const organization = await makeOrganization();
    const { id: accountId } = await makeAccount(organization, { email: "price@customer.example" });
    const day = addDays(localDay(new Date(), "UTC"), 1);
    const order = await makeScheduledOrder(organization, { accountId }, { day });
    await read(organization.as.operator).product.updateMany({ data: { price: "99" } });
    const now = new Date(`${day}T06:00:00Z`);
    const scheduler = schedulerCtx(organization.organizationId, now);
    value(await executeScheduled(scheduler, { code: order.code }, { clock: () => now }));
    const messages = await messagesAbout(organization.as.operator, order.code);
    const told = messages.find(({ type }) => type === "price_changed");
    expect(told?.text).toMatch(/The total was €[\d.,]+ and is now €[\d.,]+\./);
  });
});

describe("a message", () => {
  test("is sent as text and HTML, with a sender, a lasting id, and what people typed as text alone", async () => {
    const name = 'Evil <img src=x> "Ltd"';
    const { message } = await executed({ name, email: "buyer@customer.example" });
    expect(await send(message.id)).toBe("sent");
    const [received] = server.received;
    expect(received).toMatchObject({ from: "orders@shop.example", to: ["buyer@customer.example"] });
    expect(received?.source).toContain(`Message-ID: <${message.id}@shop.example>`);
    expect(received?.source).toContain("multipart/alternative");
    // Quoted-printable breaks long lines.
    const html = received?.source.split("text/html")[1]?.replaceAll("=\r\n", "");
    expect(html).toContain("Evil &#60;img");
    expect(html).not.toContain("<img");
    expect(await stored(message.id)).toMatchObject({
      state: "sent",
      attempts: 1,
      sentAt: expect.any(String),
    });
    expect(await send(message.id)).toBe("left");
    expect(server.received).toHaveLength(1);
  });

  test("looks like the organization's letter, with its logo inside and its address below", async () => {
    const shop = await makeOrganization();
    const { administrator } = shop.as;
    value(await editOrganization(administrator, { ...companyProfile, timeZone: "UTC", version: 1 }));
    value(await saveLogo(administrator, { picture: testLogo().toString("base64"), replaces: null }));
    const { id: accountId } = await makeAccount(shop, { email: "buyer@customer.example" });
    const { id: orderId } = await makeOrder(shop, { accountId, statusId: shop.statuses.Executed });
    const { id } = await read(administrator).message.findFirstOrThrow({ where: { orderId } });
    const now = new Date();
    const ctx = systemCtx(shop.organizationId, now);
    expect(value(await sendMessage(ctx, { id }, { clock: () => now, mail }))).toBe("sent");

    const received = server.received[0]?.source ?? "";
    const picture = testLogo().toString("base64").replace(/=+$/, "");
    expect(received.replaceAll("\r\n", "")).toContain(picture);
    const source = received.replaceAll("=\r\n", "").replaceAll("=3D", "=");
    for (const part of [
      "Content-Type: text/plain",
      "Content-Type: multipart/related",
      "Content-Type: image/png",
      "Content-Disposition: inline",
      "Content-ID: <logo@order-desk>",
      'src="cid:logo@order-desk"',
    ])
      expect(source).toContain(part);
    expect(source).toContain("Harbour Cloud GmbH");
    expect(source).toContain("20457 Hamburg");
    expect(source).toContain("background:#1c6dd0");
  });

  test("takes no header from what people typed", async () => {
    const { message } = await executed();
    await unscoped().$executeRaw`
      UPDATE messages SET recipient = E'A\r\nBcc: spy@example.com' WHERE id = ${message.id}::uuid`;
    expect(await send(message.id)).toBe("sent");
    expect(server.received[0]?.to).toEqual(["buyer@customer.example"]);
    expect(server.received[0]?.source).not.toMatch(/^Bcc:/im);
  });

  test("is sent once, however many workers try", async () => {
    const { message } = await executed();
    const now = new Date();
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => send(message.id, now)));
    expect(outcomes.sort()).toEqual(["left", "left", "left", "left", "left", "sent"]);
    expect(server.received).toHaveLength(1);
  });

  test("whose worker dies is sent by the next, with the same id; who comes late writes nothing", async () => {
    const { message } = await executed();
    const now = new Date();
    let answer: (outcome: MailOutcome) => void = () => {};
    const slow = send(message.id, now, {
      send: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    await expect.poll(async () => (await stored(message.id)).state).toBe("sending");
    expect(await send(message.id, new Date(now.getTime() + 299_000))).toBe("left");
    expect(await send(message.id, new Date(now.getTime() + 301_000))).toBe("sent");
    answer({ ok: false, reason: "too late", final: true });
    expect(await slow).toBe("left");
    expect(await stored(message.id)).toMatchObject({ state: "sent", error: null });
  });

  test("that the server cannot take now is tried again at growing intervals, then Failed until it is resent", async () => {
    const { message, accountId } = await executed({ email: "busy@customer.example" });
    let now = new Date();
    for (let tries = 1; tries < 5; tries++) {
      expect(await send(message.id, now)).toBe("postponed");
      const { nextAttemptAt } = await stored(message.id);
      expect(await send(message.id, new Date(now.getTime() + 30_000))).toBe("left");
      now = new Date(nextAttemptAt ?? "");
    }
    expect(await send(message.id, now)).toBe("failed");
    expect(await stored(message.id)).toMatchObject({
      state: "failed",
      attempts: 5,
      error: expect.stringContaining("Try again later"),
      mayResend: true,
    });
    await read(here.as.operator).account.updateMany({
      where: { id: accountId },
      data: { email: "new@customer.example" },
    });
    value(await resendMessage({ ...here.as.operator, now }, { id: message.id }));
    expect(await send(message.id, now)).toBe("sent");
    expect(server.received.at(-1)?.to).toEqual(["new@customer.example"]);
  });

  test("whose worker dies each time ends Failed, and is not sent for ever", async () => {
    const { message } = await executed();
    const begun: number[] = [];
    const dies: MailDriver = {
      send: () => {
        begun.push(1);
        return new Promise(() => {});
      },
    };
    let now = new Date();
    for (let tries = 1; tries <= 5; tries++) {
      void send(message.id, now, dies);
      await expect.poll(async () => (await stored(message.id)).attempts).toBe(tries);
      now = new Date((await stored(message.id)).nextAttemptAt ?? "");
    }
    await expect.poll(() => begun).toHaveLength(5);
    expect(await send(message.id, now)).toBe("left");
    expect(await stored(message.id)).toMatchObject({
      state: "failed",
      attempts: 5,
      error: expect.stringContaining("interrupted"),
      nextAttemptAt: null,
    });
    expect(server.received).toEqual([]);
    value(await resendMessage({ ...here.as.operator, now }, { id: message.id }));
    expect(await send(message.id, now)).toBe("sent");
  });

  test("that the server refuses for good is Failed at once", async () => {
    const { message } = await executed({ email: "nobody@customer.example" });
    expect(await send(message.id)).toBe("failed");
    expect((await stored(message.id)).error).toContain("No such mailbox");
  });

  test("without an address stays in sight, is a warning on the order, and is sent once there is one", async () => {
    const { message, order, accountId } = await executed({ email: null });
    expect(message).toMatchObject({ state: "no_address", address: null });
    expect((await getOrder(here.as.operator, order.code)).account.email).toBeNull();
    expect(
      (await listMessages(here.as.operator, { state: "no_address" })).rows.map(({ id }) => id),
    ).toContain(message.id);
    expect(await send(message.id)).toBe("left");
    expect(await resendMessage(here.as.operator, { id: message.id })).toMatchObject({
      refusal: { reason: "no_address" },
    });
    await read(here.as.operator).account.updateMany({
      where: { id: accountId },
      data: { email: "late@customer.example" },
    });
    expect(value(await resendMessage(here.as.operator, { id: message.id }))).toEqual({
      address: "late@customer.example",
    });
    expect(await send(message.id, new Date(Date.now() + 1000))).toBe("sent");
    expect((await getOrder(here.as.operator, order.code)).code).toBe(order.code);
  });

  test("without a mail server stays in the outbox, readable", async () => {
    const { message } = await executed();
    expect(
      value(
        await sendMessage(
          systemCtx(here.organizationId, new Date()),
          { id: message.id },
          { mail: undefined },
        ),
      ),
    ).toBe("left");
    expect(await queueDueMessages(new Date(), false)).toBe(0);
    expect(await stored(message.id)).toMatchObject({
      state: "waiting",
      attempts: 0,
      text: expect.stringContaining("is complete"),
    });
  });
});

test("what is due is queued for the worker", async () => {
  const { message } = await executed();
  expect(await queueDueMessages(new Date(Date.now() + 1000), true)).toBeGreaterThan(0);
  const [job] = await unscoped().$queryRaw<object[]>`
    SELECT task_identifier FROM graphile_worker.jobs WHERE key = ${`send_message:${message.id}`}`;
  expect(job).toEqual({ task_identifier: "send_message" });
});

test("a resend is told on the order, and is refused while the message is on its way", async () => {
  const { message, order } = await executed();
  expect(await resendMessage(here.as.operator, { id: message.id })).toMatchObject({
    refusal: { reason: "on_its_way" },
  });
  await send(message.id);
  const results = await Promise.all([1, 2].map(() => resendMessage(here.as.operator, { id: message.id })));
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  const history = await read(here.as.operator).event.findMany({ where: { orderId: order.id } });
  expect(history.filter(({ kind }) => kind === "order.message_resent")).toHaveLength(1);
});

test("who may not, and another organization", async () => {
  const { message } = await executed();
  await expect(listMessages(here.as.customer, {})).rejects.toThrow(Forbidden);
  await expect(getMessage(here.as.reseller, message.id)).rejects.toThrow(Forbidden);
  await expect(resendMessage(here.as.manager, { id: message.id })).rejects.toThrow(Forbidden);
  await expect(sendMessage(here.as.manager, { id: message.id })).rejects.toThrow(Forbidden);
  const there = await makeOrganization();
  await expect(getMessage(there.as.operator, message.id)).rejects.toThrow(NotFound);
  await expect(resendMessage(there.as.operator, { id: message.id })).rejects.toThrow(NotFound);
  await expect(
    sendMessage(systemCtx(there.organizationId, new Date()), { id: message.id }, { mail }),
  ).rejects.toThrow(NotFound);
  expect((await listMessages(there.as.operator, {})).rows).toEqual([]);
});

test("the list is found by recipient, and pages", async () => {
  const organization = await makeOrganization();
  const product = await makeProduct(organization);
  const { id: accountId } = await makeAccount(organization, { name: "Violet Media" });
  for (let index = 0; index < 3; index++) {
    await makeOrder(organization, {
      accountId,
      items: [{ productId: product.id, quantity: 1 }],
      statusId: organization.statuses.Executed,
    });
  }
  const first = await listMessages(organization.as.manager, { q: "violet", limit: 2 });
  const second = await listMessages(organization.as.manager, {
    q: "violet",
    limit: 2,
    cursor: first.next ?? "",
  });
  expect([first.rows.length, second.rows.length, second.next]).toEqual([2, 1, null]);
});
