import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { dashboardSummary } from "../dashboard/queries/dashboard-summary";
import { systemCtx } from "../kernel/ctx";
import { read } from "../kernel/db";
import { resendMessage } from "../messages/commands/resend-message";
import { sendMessage } from "../messages/commands/send-message";
import { getMessage, listMessages } from "../messages/queries/messages";
import { smtpDriver } from "../messages/smtp";
import { makeOrganization, makeUser, type TestOrganization, value } from "../testing/factories/basics";
import { makeOrder } from "../testing/factories/orders";
import { startMailServer } from "../testing/processes/mail-server";
import { WebhookAtWork } from "../testing/webhook-at-work";
import { disableWebhook } from "./commands/disable-webhook";
import { enableWebhook } from "./commands/enable-webhook";
import { getWebhook } from "./queries/webhooks";

/** Tests that administrators learn that the product disabled a webhook, by email and on the dashboard. */

let here: TestOrganization;
let administrator: { name: string; email: string };
let at: WebhookAtWork;
beforeAll(async () => {
  here = await makeOrganization();
  administrator = await makeUser(here, { role: "administrator" });
  await makeUser(here, { role: "operator" });
  const { id } = await makeUser(here, { role: "administrator" });
  await read(here.as.administrator).user.updateMany({ where: { id }, data: { active: false } });
});
beforeEach(async () => {
  at = await WebhookAtWork.begin(here, ["order.created"]);
});
afterEach(() => at.end());

const notices = () => read(here.as.administrator).message.findMany({ where: { type: "webhook_disabled" } });
const stopped = async () => (await dashboardSummary(here.as.administrator)).webhooks;

test("active administrators get one email, which leads to the webhook and can be sent again", async () => {
  at.receiver.answer = () => 410;
  await makeOrder(here);
  await makeOrder(here);
  await at.workUntil(2);
  const { name, version } = await getWebhook(here.as.administrator, at.id);
  const [notice, ...more] = await notices();
  expect(more).toEqual([]);
  expect(notice).toMatchObject({
    recipient: administrator.name,
    address: administrator.email,
    subject: `The webhook ${name} is disabled`,
    orderId: null,
  });
  expect(notice?.text).toContain("The receiver answered that it is gone.");

  const id = notice?.id ?? "";
  const server = await startMailServer(() => null);
  const mail = smtpDriver({ url: server.url, from: "Order Desk <desk@shop.example>" });
  expect(value(await sendMessage(systemCtx(here.organizationId, new Date()), { id }, { mail }))).toBe("sent");
  const html = server.received[0]?.source.split("text/html")[1]?.replaceAll("=\r\n", "");
  expect(html).toContain(`/setup/webhooks/${at.id}" style`);
  await server.close();
  expect(await getMessage(here.as.operator, id)).toMatchObject({ orderCode: null, state: "sent" });
  const { rows } = await listMessages(here.as.operator, { q: name });
  expect(rows).toMatchObject([{ id, orderCode: null }]);
  value(await resendMessage(here.as.operator, { id }));
  const resent = { kind: "message.resent", subject: notice?.subject ?? "" };
  expect(await read(here.as.administrator).event.count({ where: resent })).toBe(1);

  expect(await stopped()).toEqual([{ id: at.id, name, disabledBy: "gone" }]);
  expect((await dashboardSummary(here.as.operator)).webhooks).toEqual([]);
  const there = await makeOrganization();
  expect((await dashboardSummary(there.as.administrator)).webhooks).toEqual([]);
  value(await enableWebhook(here.as.administrator, { id: at.id, version }));
  expect(await stopped()).toEqual([]);
});

test("an administrator who disables a webhook gets no email", async () => {
  const before = await notices();
  value(await disableWebhook(here.as.administrator, { id: at.id, version: 1 }));
  expect(await notices()).toEqual(before);
  expect(await stopped()).toEqual([]);
});
