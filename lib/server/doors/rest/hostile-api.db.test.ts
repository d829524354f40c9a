import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { read } from "../../kernel/db";
import { apiWith, expectProblem } from "../../testing/api";
import { makeApiKey } from "../../testing/factories/api-keys";
import {
  makeOrganization,
  makeProduct,
  makeUser,
  type TestOrganization,
  value,
} from "../../testing/factories/basics";
import { makeOrder } from "../../testing/factories/orders";
import { makeRole } from "../../testing/factories/roles";
import { runs } from "../../testing/runs";
import { createWebhook } from "../../webhooks/commands/create-webhook";
import { sendTestEvent } from "../../webhooks/commands/send-test-event";
import type { Endpoint } from "./endpoint";
import { endpoints } from "./endpoints";

/** Each endpoint takes anything that anybody sends: it answers as the OpenAPI document says, and a refusal changes nothing. */

let here: TestOrganization;
let api: ReturnType<typeof apiWith>;
let theirs: string[];
let ours: Record<string, string[]>;
/** Holds what is there at a path whose name in braces says less than its first part. */
let found: Record<string, string[]>;

beforeAll(async () => {
  here = await makeOrganization();
  api = apiWith((await makeApiKey(here, { role: "administrator" })).secret);
  const other = await makeOrganization();
  const [order, product, foreign] = [await makeOrder(here), await makeProduct(here), await makeOrder(other)];
  const webhook = value(
    await createWebhook(here.as.administrator, {
      name: "Warehouse",
      url: "https://warehouse.example",
      types: ["order.created"],
    }),
  );
  const test = value(await sendTestEvent(here.as.administrator, { id: webhook.id }));
  ours = {
    code: [order.code],
    account: [order.accountId],
    id: [order.id, webhook.id],
    deliveryId: [test.deliveryId],
    number: ["INV-1"],
    paymentId: [order.id],
    user: [(await makeUser(here)).id],
    product: [product.code],
    runId: [order.id],
    importId: [order.id],
  };
  const role = await makeRole(here);
  found = { "/products/{code}": [product.code], "/roles/{id}": [role.id] };
  theirs = [foreign.id, foreign.accountId, foreign.items[0]?.id ?? "", foreign.items[0]?.productId ?? ""];
});

/** Counts every row that the organization has, but for the log of the key and attempts without permission. */
async function rows(): Promise<unknown> {
  const db = read(here.as.administrator);
  const sums = await Promise.all([
    db.order.aggregate({ _count: true, _sum: { version: true } }),
    db.orderItem.count(),
    db.account.aggregate({ _count: true, _sum: { version: true } }),
    db.product.aggregate({ _count: true, _sum: { version: true } }),
    db.payment.count(),
    db.user.aggregate({ _count: true, _sum: { version: true } }),
    db.invoice.count(),
    db.subscription.count(),
    db.webhook.aggregate({ _count: true, _sum: { version: true } }),
    db.webhookDelivery.count(),
    db.event.count({ where: { kind: { not: "call.forbidden" } } }),
  ]);
  return sums;
}

const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom(
    "\u0000",
    "' OR 1=1 --",
    "../../etc",
    "9".repeat(400),
    "x".repeat(3000),
    "2026-02-30",
    "1e999",
  ),
);

/** Makes values of any form, with ids of ours and of another organization among them. */
function anything(): fc.Arbitrary<unknown> {
  return fc.oneof(
    text,
    fc.integer(),
    fc.double(),
    fc.constantFrom(null, true, [], {}, -1, 0, 1, 2 ** 53),
    fc.constantFrom(...theirs, ...Object.values(ours).flat()),
    fc.record({ amount: text, currency: fc.constantFrom("EUR", "USD", "") }),
    fc.array(
      fc.dictionary(
        fc.constantFrom("itemId", "productId", "quantity", "unitPrice", "configuration"),
        fc.anything(),
      ),
      {
        maxLength: 3,
      },
    ),
    fc.jsonValue({ maxDepth: 3 }),
  );
}

/** Replaces what makes another path of it before it is sent: nothing, and the dots that lead elsewhere. */
const sendable = (segment = "") => (/^\.{0,2}$/.test(segment) ? "-" : segment);

const namesIn = ({ path }: Endpoint) => [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? []);

function placeOf(endpoint: Endpoint, segments: readonly string[]): string {
  return namesIn(endpoint).reduce(
    (made, name, i) => made.replace(`{${name}}`, encodeURIComponent(sendable(segments[i]))),
    endpoint.path,
  );
}

function fieldsOf({ definition }: Endpoint): string[] {
  const { input } = definition as unknown as { input: { shape?: object; in?: { shape?: object } } };
  return [...Object.keys(input.shape ?? input.in?.shape ?? {}), "surprise", "__proto__"];
}

describe.each(endpoints.map((endpoint) => ({ name: `${endpoint.method} ${endpoint.path}`, endpoint })))(
  "$name",
  ({ endpoint }) => {
    test("takes whatever is sent", async () => {
      const names = namesIn(endpoint);
      const parameters = Object.keys(endpoint.parameters?.shape ?? { dryRun: true });
      const sent = fc.record({
        path: fc.tuple(
          ...names.map((name) =>
            fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...(ours[name] ?? ["1"])) }, text),
          ),
        ),
        query: fc.dictionary(fc.constantFrom(...parameters, "surprise"), text, { maxKeys: 3 }),
        body: fc.oneof(
          {
            weight: 9,
            arbitrary: fc.dictionary(fc.constantFrom(...fieldsOf(endpoint)), anything(), { maxKeys: 6 }),
          },
          anything(),
        ),
        ifMatch: fc.option(fc.constantFrom('"1"', '"2"', "*", 'W/"1"', "1", '"99999999999"'), {
          nil: undefined,
        }),
      });
      await fc.assert(
        fc.asyncProperty(sent, async ({ path, query, body, ifMatch }) => {
          const place = placeOf(endpoint, path);
          const before = await rows();
          const answer = await api(endpoint.method, `${place}?${new URLSearchParams(query)}`, {
            ...(endpoint.method !== "GET" && { body }),
            headers: ifMatch ? { "if-match": ifMatch } : {},
          });
          expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500);
          if (answer.status >= 400 || endpoint.method === "GET") expect(await rows()).toEqual(before);
        }),
        { numRuns: runs(15) },
      );
    });

    test.each(["surprise", "__proto__"])("refuses a parameter and a field of the name %s", async (name) => {
      const place = placeOf(
        endpoint,
        namesIn(endpoint).map((one) => (found[endpoint.path] ?? ours[one])?.at(-1) ?? "1"),
      );
      const { errors } = expectProblem(
        await api(endpoint.method, `${place}?${name}=1`, endpoint.method === "GET" ? {} : { body: {} }),
        400,
        "invalid_parameter",
      );
      expect(errors).toContainEqual(expect.objectContaining({ pointer: `?${name}` }));
      if (endpoint.method === "GET" || endpoint.takesFile) return;
      const answer = await api(endpoint.method, place, {
        text: `{"${name}":{"quantity":1}}`,
        headers: endpoint.ifMatch === "none" ? {} : { "if-match": '"1"' },
      });
      const refused = expectProblem(answer, 422, "invalid_body");
      expect(refused.errors).toContainEqual(expect.objectContaining({ pointer: `/${name}` }));
    });
  },
);
