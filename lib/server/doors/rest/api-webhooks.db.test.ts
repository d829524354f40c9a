import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemCtx } from "../../kernel/ctx";
import { apiAs, type apiWith, expectProblem } from "../../testing/api";
import { makeOrganization, type TestOrganization, value } from "../../testing/factories/basics";
import { WebhookReceiver } from "../../testing/processes/webhook-receiver";
import { deliverWebhook } from "../../webhooks/commands/deliver-webhook";

let here: TestOrganization;
let api: ReturnType<typeof apiWith>;
const receiver = new WebhookReceiver();
beforeAll(async () => {
  here = await makeOrganization();
  api = await apiAs(here, "administrator");
  await receiver.start();
});
afterAll(() => receiver.stop());

const body = () => ({ name: `Warehouse ${randomUUID()}`, url: receiver.url, types: ["order.executed"] });
const make = async () => {
  const made = await api("POST", "/webhook-endpoints", { body: body() });
  receiver.secrets.push(made.body.secret);
  return made.body.id as string;
};
const seen = async (id: string) => {
  const { headers } = await api("GET", `/webhook-endpoints/${id}`);
  return { "if-match": headers.get("etag") ?? "" };
};
/** Does what the worker does for this delivery. */
const deliver = async (id: string) =>
  value(await deliverWebhook(systemCtx(here.organizationId, new Date()), { id }));

test("a webhook is created with a secret that is answered once, changed, disabled, enabled and deleted", async () => {
  const dry = await api("POST", "/webhook-endpoints?dryRun=true", { body: body() });
  expect(dry.status).toBe(200);
  const once = { body: body(), headers: { "idempotency-key": randomUUID() } };
  const made = await api("POST", "/webhook-endpoints", once);
  expect([made.status, made.headers.get("location")]).toEqual([
    201,
    `/api/v1/webhook-endpoints/${made.body.id}`,
  ]);
  expect(made.body.secret).toMatch(/^whsec_/);
  expect((await api("POST", "/webhook-endpoints", once)).body).toEqual({ ...made.body, secret: null });
  expectProblem(await api("POST", "/webhook-endpoints", { body: once.body }), 409, "webhook_name_taken");
  const forbidden = { ...body(), url: "http://10.0.0.1/" };
  expectProblem(await api("POST", "/webhook-endpoints", { body: forbidden }), 422, "endpoint_not_allowed");

  const path = `/webhook-endpoints/${made.body.id}`;
  const read = await api("GET", path);
  expect(read.body).toEqual({
    ...{
      ...once.body,
      id: made.body.id,
      version: 1,
      form: "standard",
      disabled: null,
      previousSecretUntil: null,
    },
  });
  const list = await api("GET", "/webhook-endpoints");
  expect(list.body.data).toContainEqual(read.body);

  const change = { body: { types: ["order.cancelled"] } };
  expectProblem(await api("PATCH", path, change), 428, "version_needed");
  const headers = await seen(made.body.id);
  expect((await api("PATCH", path, { ...change, headers })).status).toBe(200);
  expectProblem(await api("PATCH", path, { ...change, headers }), 412, "changed_meanwhile");
  expect((await api("GET", path)).body).toMatchObject({ name: once.body.name, types: ["order.cancelled"] });

  await api("POST", `${path}/disable`, { headers: await seen(made.body.id) });
  expect((await api("GET", path)).body.disabled).toMatchObject({ by: "user" });
  expectProblem(await api("POST", `${path}/test`), 409, "webhook_disabled");
  await api("POST", `${path}/enable`, { headers: await seen(made.body.id) });
  const rotated = await api("POST", `${path}/rotate-secret`, { headers: await seen(made.body.id) });
  expect(rotated.body.secret).toMatch(/^whsec_/);
  expect((await api("GET", path)).body.previousSecretUntil).toBe(rotated.body.previousUntil);

  expectProblem(await api("DELETE", path), 428, "version_needed");
  const gone = { headers: await seen(made.body.id) };
  expect((await api("DELETE", `${path}?dryRun=true`, gone)).body).toEqual({ id: made.body.id });
  expect((await api("DELETE", path, gone)).body).toEqual({ id: made.body.id });
  expectProblem(await api("GET", path), 404, "not_found");
});

test("a test event is sent, found in the log by its state, and sent again", async () => {
  const id = await make();
  const path = `/webhook-endpoints/${id}`;
  receiver.answer = () => 500;
  const { deliveryId } = (await api("POST", `${path}/test`)).body;
  expect(await deliver(deliveryId)).toBe("failed");
  const failed = await api("GET", `${path}/deliveries?state=failed`);
  expect(failed.body.data).toMatchObject([
    { id: deliveryId, origin: "test", attempts: 1, lastStatus: 500, event: { type: "webhook.tested" } },
  ]);
  receiver.answer = () => 204;
  const again = await api("POST", `${path}/deliveries/${deliveryId}/resend`);
  expect(await deliver(again.body.deliveryId)).toBe("delivered");
  expect(receiver.told).toMatchObject([{ id: failed.body.data[0].webhookId }]);
  const page = await api("GET", `${path}/deliveries?limit=1`);
  expect(page.body.data).toMatchObject([{ origin: "resend", state: "delivered" }]);
  const next = await api("GET", `${path}/deliveries?limit=1&cursor=${page.body.nextCursor}`);
  expect(next.body.data).toMatchObject([{ id: deliveryId }]);
  expect((await api("GET", `${path}/deliveries?state=waiting`)).body.data).toEqual([]);
  expectProblem(await api("GET", `${path}/deliveries?state=eaten`), 400, "invalid_parameter");
});

test("events are asked for again by time or cursor", async () => {
  const path = `/webhook-endpoints/${await make()}`;
  const since = "2020-01-01T00:00:00Z";
  expect((await api("POST", `${path}/replay?dryRun=true`, { body: { since } })).body).toEqual({ events: 0 });
  expect((await api("POST", `${path}/replay`, { body: { since } })).status).toBe(200);
  expectProblem(await api("POST", `${path}/replay`, { body: {} }), 422, "invalid_body");
  expectProblem(await api("POST", `${path}/replay`, { body: { after: "x" } }), 422, "cursor_not_understood");
});

test("no other organization, and no key without the permission, reaches a webhook", async () => {
  const id = await make();
  const path = `/webhook-endpoints/${id}`;
  const { deliveryId } = (await api("POST", `${path}/test`)).body;
  const headers = { "if-match": '"1"' };
  const calls: [string, string, object?][] = [
    ...([
      ["GET", path],
      ["PATCH", path, {}],
      ["DELETE", path],
    ] as [string, string, object?][]),
    ...["rotate-secret", "enable", "disable", "test"].map((verb): [string, string] => [
      "POST",
      `${path}/${verb}`,
    ]),
    ["GET", `${path}/deliveries`],
    ["POST", `${path}/deliveries/${deliveryId}/resend`],
    ["POST", `${path}/replay`, { since: "2020-01-01T00:00:00Z" }],
  ];
  const [stranger, operator] = [await apiAs(await makeOrganization(), "administrator"), await apiAs(here)];
  for (const [method, at, sent] of calls) {
    const call = { headers, ...(sent && { body: sent }) };
    expectProblem(await stranger(method, at, call), 404, "not_found");
    expectProblem(await operator(method, at, call), 403, "forbidden");
  }
  expectProblem(await operator("GET", "/webhook-endpoints"), 403, "forbidden");
  expect((await api("GET", path)).body.version).toBe(1);
});
