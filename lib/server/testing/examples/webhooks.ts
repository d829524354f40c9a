import "server-only";
import { createWebhook } from "../../webhooks/commands/create-webhook";
import { disableWebhook } from "../../webhooks/commands/disable-webhook";
import { type TestOrganization, value } from "../factories/basics";
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
    input: async () => ({ ...webhook, name: code() }),
    kinds: { name: "words" },
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
};
