import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { deliverOrder } from "../../orders/commands/deliver-order";
import { executeOrder } from "../../orders/commands/execute-order";
import { makeApiKey } from "../../testing/factories/api-keys";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../../testing/factories/basics";
import { makeOrder } from "../../testing/factories/orders";
import { makeBasket, makeScheduledOrder } from "../../testing/factories/scheduling";
import { runs } from "../../testing/runs";
import { WebhookAtWork } from "../../testing/webhook-at-work";
import { tmfServer } from "./serve";

const serve = tmfServer({ requestsPerMinute: 1_000_000 });

let here: TestOrganization;
let call: Awaited<ReturnType<typeof caller>>;
beforeAll(async () => {
  here = await makeOrganization();
  call = await caller(here);
});

async function caller(
  organization: TestOrganization,
  role: "operator" | "manager" | "administrator" = "operator",
) {
  const { secret } = await makeApiKey(organization, { role });
  return async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await serve(
      new Request(`http://order-desk.test/tmf-api/productOrderingManagement/v4${path}`, {
        method,
        headers: { authorization: `Bearer ${secret}`, ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    const sent = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: sent ? JSON.parse(sent) : null,
    };
  };
}

async function newOrder(quantity = 2, more: object = {}) {
  const [account, product] = [await makeAccount(here, { creditLimit: null }), await makeProduct(here)];
  return {
    description: "For the branch in Bonn",
    relatedParty: [
      { id: "somebody", role: "seller", "@referredType": "Organization" },
      { id: account.code, role: "Customer", "@referredType": "Organization" },
    ],
    productOrderItem: [{ id: "1", action: "add", quantity, productOffering: { id: product.code } }],
    ...more,
  };
}

const stateOf = async (code: string) => (await call("GET", `/productOrder/${code}`)).body.state;

describe("a product order", () => {
  test("is created once, read, described anew, and canceled", async () => {
    const body = await newOrder();
    const key = { "idempotency-key": crypto.randomUUID() };
    const made = await call("POST", "/productOrder", body, key);
    expect(made.status).toBe(201);
    const { id, href } = made.body;
    expect(made.headers.get("location")).toBe(href);
    expect((await call("POST", "/productOrder", body, key)).body.id).toBe(id);
    expect(made.body).toMatchObject({
      state: "acknowledged",
      description: body.description,
      relatedParty: [{ id: body.relatedParty[1]?.id, role: "customer", "@referredType": "Organization" }],
      productOrderItem: [
        {
          quantity: 2,
          action: "add",
          state: "acknowledged",
          productOffering: { id: body.productOrderItem[0]?.productOffering.id },
        },
      ],
      orderTotalPrice: [
        {
          price: {
            dutyFreeAmount: { unit: "EUR", value: 20 },
            taxIncludedAmount: { unit: "EUR", value: 24 },
          },
        },
      ],
    });

    const changed = await call("PATCH", `/productOrder/${id}`, { description: "For Cologne" });
    expect(changed.body).toEqual({ ...made.body, description: "For Cologne" });
    const forged = await call("PATCH", `/productOrder/${id}`, { state: "completed" });
    expect(forged).toMatchObject({ status: 422, body: { code: "invalid_body", status: "422" } });

    const reason = "The branch closes";
    const canceled = await call("POST", "/cancelProductOrder", {
      cancellationReason: reason,
      productOrder: { id },
    });
    expect(canceled).toMatchObject({
      status: 201,
      body: { state: "done", cancellationReason: reason, productOrder: { id } },
    });
    expect((await call("GET", `/cancelProductOrder/${id}`)).body).toEqual(canceled.body);
    expect((await call("GET", `/productOrder/${id}`)).body).toMatchObject({
      state: "cancelled",
      cancellationReason: reason,
      productOrderItem: [{ state: "cancelled" }],
    });
    const again = await call("POST", "/cancelProductOrder", { productOrder: { id } });
    expect(again).toMatchObject({ status: 409, body: { code: "already_cancelled" } });
    expect(await call("DELETE", `/productOrder/${id}`)).toMatchObject({
      status: 409,
      body: { code: "not_deletable" },
    });
  });

  test("is in the state that follows from its status, its gates and its sub-orders", async () => {
    const operator = here.as.operator;
    const poor = await makeAccount(here, { creditLimit: "1" });
    const held = await makeOrder(here, { accountId: poor.id });
    expect(await stateOf(held.code)).toBe("held");
    const scheduled = await makeScheduledOrder(here);
    expect((await call("GET", `/productOrder/${scheduled.code}`)).body).toMatchObject({
      state: "acknowledged",
      requestedStartDate: expect.stringMatching(/Z$/),
    });

    const product = await makeProduct(here);
    const partly = await makeOrder(here, { items: [{ productId: product.id, quantity: 10 }] });
    const items = [{ itemId: partly.items[0]?.id ?? "", quantity: 4 }];
    const { subOrderCode } = value(await deliverOrder(operator, { code: partly.code, items }));
    value(await executeOrder(operator, { code: subOrderCode }));
    expect((await call("GET", `/productOrder/${partly.code}`)).body).toMatchObject({
      state: "inProgress",
      productOrderItem: [{ quantity: 10, state: "inProgress" }],
    });
    value(await executeOrder(operator, { code: partly.code }));
    expect((await call("GET", `/productOrder/${partly.code}`)).body).toMatchObject({
      state: "completed",
      completionDate: expect.any(String),
      productOrderItem: [{ state: "completed" }],
    });

    for (const [state, code] of [
      ["held", held.code],
      ["completed", partly.code],
      ["acknowledged", scheduled.code],
    ]) {
      const found = await call("GET", `/productOrder?state=${state}&limit=100`);
      expect(found.body.map((one: { state: string }) => one.state)).toEqual(found.body.map(() => state));
      expect(found.body.map((one: { id: string }) => one.id)).toContain(code);
    }
  });

  test("needs a customer and products that there are, and says where one is missing", async () => {
    const body = await newOrder();
    const [item] = body.productOrderItem;
    const wrong: [object, string][] = [
      [{ ...body, relatedParty: [{ id: "A-0", role: "customer" }] }, "/relatedParty/0/id"],
      [
        { ...body, productOrderItem: [item, { ...item, productOffering: { id: "none" } }] },
        "/productOrderItem/1/productOffering/id",
      ],
      [{ ...body, productOrderItem: [{ ...item, quantity: -1 }] }, "/productOrderItem/0/quantity"],
      [{ ...body, productOrderItem: [{ ...item, action: "delete" }] }, "/productOrderItem/0/action"],
      [{ description: "Nothing" }, "/productOrderItem"],
    ];
    for (const [sent, place] of wrong) {
      const refused = await call("POST", "/productOrder", sent);
      expect(refused).toMatchObject({ status: 422, body: { code: "invalid_body", status: "422" } });
      expect(refused.body.message).toContain(place);
      expect(refused.body.referenceError).toMatch(/^https?:.*\/api\/docs\/problems\/invalid_body$/);
    }
  });

  test("takes the values that its product needs", async () => {
    const product = await makeProduct(here, { requiredConfiguration: ["Domain name"] });
    const item = { id: "1", action: "add", productOffering: { id: product.code } };
    const without = await call("POST", "/productOrder", await newOrder(1, { productOrderItem: [item] }));
    expect(without.body.state).toBe("held");
    const productCharacteristic = [{ name: "Domain name", value: "example.com" }];
    const made = await call(
      "POST",
      "/productOrder",
      await newOrder(1, { productOrderItem: [{ ...item, product: { productCharacteristic } }] }),
    );
    expect(made.body).toMatchObject({
      state: "acknowledged",
      productOrderItem: [{ quantity: 1, product: { productCharacteristic } }],
    });
  });
});

describe("the list", () => {
  test("is paged, narrowed and counted, and has no basket", async () => {
    const shop = await makeOrganization();
    const ask = await caller(shop, "manager");
    const orders = [];
    for (const _ of [1, 2, 3]) orders.push(await makeOrder(shop));
    await makeBasket(shop);
    const first = await ask("GET", "/productOrder?limit=2&fields=state");
    expect(first.headers.get("x-total-count")).toBe("3");
    expect(first.headers.get("x-result-count")).toBe("2");
    expect(Object.keys(first.body[0]).toSorted()).toEqual(["@type", "href", "id", "state"]);
    const second = await ask("GET", "/productOrder?limit=2&offset=2");
    const ids = [...first.body, ...second.body].map(({ id }) => id);
    expect(ids.toSorted()).toEqual(orders.map(({ code }) => code).toSorted());
    const [{ id, orderDate }] = second.body;
    const found = await ask("GET", `/productOrder?orderDate=${encodeURIComponent(orderDate)}&id=${id}`);
    expect(found.body).toEqual(second.body);
    for (const query of ["state=sung", "limit=0", "offset=-1", "orderDate=yesterday"]) {
      expect((await ask("GET", `/productOrder?${query}`)).status, query).toBe(400);
    }
    const reader = await caller(here, "manager");
    const refused = await reader("POST", "/productOrder", await newOrder());
    expect(refused.status).toBe(403);
  });

  test("holds nothing of another organization", async () => {
    const { code } = await makeOrder(here);
    const stranger = await caller(await makeOrganization());
    expect((await stranger("GET", `/productOrder/${code}`)).status).toBe(404);
    expect((await stranger("GET", "/productOrder")).body).toEqual([]);
    const cancel = { productOrder: { id: code } };
    expect((await stranger("POST", "/cancelProductOrder", cancel)).status).toBe(404);
    expect((await stranger("PATCH", `/productOrder/${code}`, { description: "Mine" })).status).toBe(404);
    expect(await stateOf(code)).not.toBe("cancelled");
  });
});

test("whatever is sent is answered, and nothing fails", async () => {
  const ask = await caller(here, "administrator");
  const { code } = await makeOrder(here);
  const word = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.constantFrom(code, "\u0000", "acknowledged", "%", "9".repeat(400), "2026-02-30"),
  );
  const names = [
    ...Object.keys(await newOrder()),
    "callback",
    "query",
    "cancellationReason",
    "productOrder",
    "id",
  ];
  const sent = fc.record({
    method: fc.constantFrom("GET", "POST", "PATCH", "DELETE"),
    path: fc.constantFrom(
      "/productOrder",
      `/productOrder/${code}`,
      "/cancelProductOrder",
      "/hub",
      "/productOrder/%E0%A4%A",
    ),
    query: fc.dictionary(
      fc.constantFrom("id", "state", "orderDate", "limit", "offset", "fields", "other"),
      word,
      { maxKeys: 3 },
    ),
    body: fc.oneof(
      fc.dictionary(fc.constantFrom(...names), fc.oneof(word, fc.jsonValue({ maxDepth: 3 })), { maxKeys: 5 }),
      fc.jsonValue(),
    ),
  });
  await fc.assert(
    fc.asyncProperty(sent, async ({ method, path, query, body }) => {
      const answer = await ask(
        method,
        `${path}?${new URLSearchParams(query)}`,
        method === "GET" ? undefined : body,
      );
      expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500);
    }),
    { numRuns: runs(60) },
  );
});

describe("the hub", () => {
  test("tells a listener of the events that it asked for, with the order", async () => {
    const shop = await makeOrganization();
    const ask = await caller(shop, "administrator");
    const at = await WebhookAtWork.begin(shop, ["account.created"]);
    const heard: string[] = [];
    const listener = createServer(async (request, response) => {
      heard.push(await text(request));
      response.writeHead(201).end();
    });
    await once(listener.listen(0, "127.0.0.1"), "listening");
    const callback = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/`;
    const query = "eventType=ProductOrderCreateEvent";
    const hub = await ask("POST", "/hub", { callback, query });
    expect(hub).toMatchObject({ status: 201, body: { id: expect.any(String), callback, query } });

    const { code } = await makeOrder(shop);
    value(await executeOrder(shop.as.operator, { code }));
    const own = at.id;
    at.id = hub.body.id;
    await at.workUntil(1);
    at.id = own;
    expect(heard.map((body) => JSON.parse(body))).toEqual([
      {
        eventId: expect.any(String),
        eventTime: expect.any(String),
        eventType: "ProductOrderCreateEvent",
        event: { productOrder: (await ask("GET", `/productOrder/${code}`)).body },
      },
    ]);
    expect((await ask("DELETE", `/hub/${hub.body.id}`)).status).toBe(204);
    expect((await ask("DELETE", `/hub/${hub.body.id}`)).status).toBe(404);
    await at.end();
    listener.close();
  });

  test("takes listeners from those who may set up webhooks, for events that there are", async () => {
    const callback = "https://listener.example/";
    expect((await call("POST", "/hub", { callback })).status).toBe(403);
    const ask = await caller(here, "administrator");
    const unknown = await ask("POST", "/hub", { callback, query: "eventType=Sung" });
    expect(unknown).toMatchObject({ status: 422, body: { code: "invalid_body" } });
    expect((await ask("POST", "/hub", { callback: "ftp://listener.example" })).status).toBe(422);
    expect((await ask("GET", "/hub")).status).toBe(405);
  });
});
