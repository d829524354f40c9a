import { Webhook } from "standardwebhooks";
import { expect, test } from "vitest";
import { makeWebhookSecret } from "./secret";
import { webhookHeaders } from "./sign";

const [one, two, other] = [makeWebhookSecret(), makeWebhookSecret(), makeWebhookSecret()];
const body = '{"type":"order.executed"}';
const signed = (secrets: string[]) => webhookHeaders(secrets, { id: "evt_1", body, now: new Date() });

test("a receiver with the library of Standard Webhooks verifies what we send", () => {
  expect(new Webhook(one).verify(body, signed([one]))).toEqual({ type: "order.executed" });
  expect(() => new Webhook(one).verify(`${body} `, signed([one]))).toThrow();
  expect(() => new Webhook(other).verify(body, signed([one, two]))).toThrow();
});

test("a receiver verifies by the old secret and by the new one while both count", () => {
  for (const secret of [one, two]) new Webhook(secret).verify(body, signed([one, two]));
});
