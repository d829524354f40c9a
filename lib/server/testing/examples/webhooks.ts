import "server-only";
import { writeFeedCursor } from "../../events/cursor";
import { createWebhook } from "../../webhooks/commands/create-webhook";
import { disableWebhook } from "../../webhooks/commands/disable-webhook";
import { sendTestEvent } from "../../webhooks/commands/send-test-event";
import { type TestOrganization, value } from "../factories/basics";
import { makeOrder } from "../factories/orders";
import type { Examples } from "./example";
import { code } from "./shared";

const webhook = { url: "https://receiver.example", types: ["order.executed", "account.edited"] };

const made = async (here: TestOrganization) => {
  const { id } = value(await createWebhook(here.as.administrator, { ...webhook, name: code() }));
  return { id, version: 1 };
};

/** Lists what administrators send to set up webhooks. */
export const webhookExamples: Examples = {
  createWebhook: {
    as: "administrator",
    input: async () => ({ ...webhook, name: code(), form: "standard" }),
    kinds: { name: "words", form: "optional" },
  },
  editWebhook: {
    as: "administrator",
    input: async (here) => ({ ...webhook, name: code(), ...(await made(here)) }),
    kinds: { name: "words" },
  },
  rotateWebhookSecret: { as: "administrator", input: made },
  disableWebhook: { as: "administrator", input: made },
  enableWebhook: {
    as: "administrator",
    input: async (here) => {
      const webhook = await made(here);
      value(await disableWebhook(here.as.administrator, webhook));
      return { ...webhook, version: 2 };
    },
  },
  deleteWebhook: { as: "administrator", input: made },
  sendTestEvent: { as: "administrator", input: async (here) => ({ id: (await made(here)).id }) },
  resendDelivery: {
    as: "administrator",
    input: async (here) => {
      const { id } = await made(here);
      const { deliveryId } = value(await sendTestEvent(here.as.administrator, { id }));
      return { id, deliveryId };
    },
  },
  replayEvents: {
    as: "administrator",
    input: async (here) => {
      await makeOrder(here);
      const { id } = await made(here);
      const [since, until] = ["2020-01-01T00:00:00Z", "2099-01-01T00:00:00Z"];
      const cursor = writeFeedCursor({ position: "0", id: "0", at: new Date() });
      const end = writeFeedCursor({ position: `${2n ** 50n}`, id: "0", at: new Date() });
      return { id, since, until, after: cursor, upTo: end };
    },
    kinds: { since: "optional", until: "optional", after: "optional", upTo: "optional" },
  },
};
