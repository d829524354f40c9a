import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { revokeApiKey } from "../../api-keys/commands/revoke-api-key";
import { read } from "../../kernel/db";
import { type ApiAnswer, apiAs, apiWith, expectProblem, newOrderBody } from "../../testing/api";
import { makeApiKey } from "../../testing/factories/api-keys";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../../testing/factories/basics";
import { makeOrder, storedOrder } from "../../testing/factories/orders";
import { apiServer } from "./serve";

let here: TestOrganization;
let operator: ReturnType<typeof apiWith>;
let reader: ReturnType<typeof apiWith>;
let elsewhere: ReturnType<typeof apiWith>;

beforeAll(async () => {
  here = await makeOrganization();
  operator = await apiAs(here);
  reader = await apiAs(here, "manager");
  elsewhere = await apiAs(await makeOrganization(), "administrator");
});

const stored = (code: string) => storedOrder(here.as.operator, code);

async function created(quantity = 10): Promise<string> {
  const answer = await operator("POST", "/orders", { body: await newOrderBody(here, quantity) });
  expect(answer.status).toBe(201);
  return answer.body.code;
}

describe("who asks", () => {
  test("needs a key that counts", async () => {
    const made = await makeApiKey(here);
    const gone = apiWith(made.secret);
    expect((await gone("GET", "/orders")).status).toBe(200);
    value(await revokeApiKey(here.as.administrator, { id: made.id }));
    for (const api of [gone, apiWith(null), apiWith("od_nonsense")]) {
      const refused = await api("GET", "/orders");
      expectProblem(refused, 401, "unauthorized");
      expect(refused.headers.get("www-authenticate")).toContain("Bearer");
    }
  });

  test("reads and changes nothing with a key that only reads", async () => {
    const code = await created();
    expect((await reader("GET", `/orders/${code}`)).status).toBe(200);
    expectProblem(await reader("POST", `/orders/${code}/execute`), 403, "forbidden");
    expectProblem(await reader("POST", "/orders", { body: await newOrderBody(here) }), 403, "forbidden");
    const ifMatch = { headers: { "if-match": '"1"' }, body: { note: "Mine" } };
    expectProblem(await reader("PATCH", `/orders/${code}`, ifMatch), 403, "forbidden");
  });

  test("finds nothing of another organization", async () => {
    const { code, accountId } = await makeOrder(here);
    const { code: product } = await makeProduct(here);
    for (const path of [
      `/orders/${code}`,
      `/orders/${code}/history`,
      `/accounts/${accountId}`,
      `/products/${product}`,
    ]) {
      const answer = await elsewhere("GET", path);
      if (path.endsWith("history")) expect(answer.body.data).toEqual([]);
      else expectProblem(answer, 404, "not_found");
    }
    for (const path of ["/orders", "/accounts", "/products", "/subscriptions", "/invoices"]) {
      expect((await elsewhere("GET", path)).body.data).toEqual([]);
    }
    expectProblem(await elsewhere("POST", `/orders/${code}/execute`), 404, "not_found");
    expectProblem(
      await elsewhere("POST", "/orders", { body: await newOrderBody(here) }),
      422,
      "invalid_input",
    );
    expect((await stored(code)).status.description).toBe("Submitted");
  });
});

describe("what is sent wrongly", () => {
  test("is named field by field, and nothing is kept", async () => {
    const { accountId, items } = await newOrderBody(here);
    const body = { accountId, items: [{ ...items[0], quantity: 0 }, { quantity: 1 }], surprise: 1 };
    const { errors } = expectProblem(await operator("POST", "/orders", { body }), 422, "invalid_body");
    const pointers = errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers).toEqual(
      expect.arrayContaining(["/surprise", "/items/0/quantity", "/items/1/productId"]),
    );
  });

  test("is told from what the organization does not have", async () => {
    const body = { ...(await newOrderBody(here)), accountId: randomUUID() };
    const refused = expectProblem(await operator("POST", "/orders", { body }), 422, "invalid_input");
    expect(refused.errors).toMatchObject([{ pointer: "/accountId" }]);
  });

  test("is refused before it is read where it is no JSON, too long, or not for this path", async () => {
    expectProblem(await operator("POST", "/orders", { text: "{" }), 400, "invalid_json");
    expectProblem(await operator("POST", "/orders", { text: "[]" }), 422, "invalid_body");
    const plain = { text: "a=1", headers: { "content-type": "text/plain" } };
    expectProblem(await operator("POST", "/orders", plain), 415, "not_json");
    expectProblem(
      await operator("POST", "/orders", { text: JSON.stringify("x".repeat(1_100_000)) }),
      413,
      "too_long",
    );
    expectProblem(await operator("GET", "/nowhere"), 404, "no_such_path");
    const wrong = await operator("PATCH", "/orders");
    expectProblem(wrong, 405, "method_not_allowed");
    expect(wrong.headers.get("allow")).toBe("GET, POST");
    expectProblem(await operator("GET", "/orders?limit=1000"), 400, "invalid_parameter");
    expectProblem(await operator("GET", "/orders?colour=red"), 400, "invalid_parameter");
    expectProblem(
      await operator("POST", "/orders?dryRun=maybe", { body: await newOrderBody(here) }),
      400,
      "invalid_parameter",
    );
    const long = { body: await newOrderBody(here), headers: { "idempotency-key": "x".repeat(201) } };
    expectProblem(await operator("POST", "/orders", long), 400, "invalid_parameter");
  });

  test("an amount is sent with the currency in which the organization sells", async () => {
    const { accountId, items } = await newOrderBody(here, 2);
    const priced = (unitPrice: unknown) => ({ body: { accountId, items: [{ ...items[0], unitPrice }] } });
    for (const wrong of ["9.99", 9.99, { amount: "9.99" }, { amount: "9.99", currency: "USD" }]) {
      const refused = expectProblem(await operator("POST", "/orders", priced(wrong)), 422, "invalid_body");
      expect(refused.errors).toMatchObject([{ pointer: "/items/0/unitPrice" }]);
    }
    const made = await operator("POST", "/orders", priced({ amount: "9.99", currency: "EUR" }));
    const order = await operator("GET", `/orders/${made.body.code}`);
    expect(order.body.net).toEqual({ amount: "19.98", currency: "EUR" });
  });

  test("a value that is called like an amount stays what it is", async () => {
    const { accountId, items } = await newOrderBody(here);
    const configuration = { amount: "5", currency: "EUR", price: "low" };
    const made = await operator("POST", "/orders", {
      body: { accountId, items: [{ ...items[0], configuration }] },
    });
    const order = await operator("GET", `/orders/${made.body.code}`);
    expect(order.body.items[0].configuration).toEqual(configuration);
  });
});

describe("lists", () => {
  test("are read page by page, each row once, while others write", async () => {
    const shop = await makeOrganization();
    const api = await apiAs(shop, "operator");
    const codes: string[] = [];
    for (let i = 0; i < 7; i++) codes.push((await makeOrder(shop)).code);
    const seen: string[] = [];
    let path: string | null = "/orders?limit=3&sort=number&include=count";
    for (let page = 0; path; page++) {
      const { body }: ApiAnswer = await api("GET", path);
      expect(body.count).toBe(7 + page);
      seen.push(...body.data.map(({ code }: { code: string }) => code));
      await makeOrder(shop, { accountId: (await makeAccount(shop)).id });
      path =
        body.nextCursor && page < 2
          ? `/orders?limit=3&sort=number&include=count&cursor=${body.nextCursor}`
          : null;
    }
    expect(seen.slice(0, 7)).toEqual(codes);
    expect(new Set(seen).size).toBe(seen.length);
  });

  test("refuse a cursor of another list", async () => {
    await created();
    await created();
    const { nextCursor } = (await operator("GET", "/orders?limit=1")).body;
    expectProblem(
      await operator("GET", `/orders?limit=1&unexecuted=true&cursor=${nextCursor}`),
      400,
      "invalid_cursor",
    );
    expectProblem(await operator("GET", "/orders?cursor=nonsense"), 400, "invalid_cursor");
    expect((await operator("GET", `/orders?limit=2&cursor=${nextCursor}`)).status).toBe(200);
  });

  test("filter by status, account and what is unexecuted", async () => {
    const { code, accountId } = await makeOrder(here);
    const submitted = here.statuses.Submitted;
    const query = `status=${submitted}&status=${here.statuses.Executed}&account=${accountId}&unexecuted=true`;
    expect((await operator("GET", `/orders?${query}`)).body.data).toMatchObject([{ code }]);
    expect(
      (await operator("GET", `/orders?status=${here.statuses.Executed}&account=${accountId}`)).body.data,
    ).toEqual([]);
  });
});

test("a key that sends too much is told to wait, and others are not", async () => {
  const server = apiServer({ requestsPerMinute: 2 });
  const busy = await apiAs(here, "manager", server);
  const left = async () => (await busy("GET", "/products?limit=1")).headers.get("ratelimit");
  expect([await left(), await left()]).toEqual([
    expect.stringMatching(/^"key";r=1;t=\d+$/),
    expect.stringMatching(/^"key";r=0;t=\d+$/),
  ]);
  const refused = await busy("GET", "/products?limit=1");
  expectProblem(refused, 429, "too_many_requests");
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  const quiet = await apiAs(here, "manager", server);
  expect((await quiet("GET", "/products")).status).toBe(200);
});

test("the key's log names each request, and each answer its request", async () => {
  const made = await makeApiKey(here);
  const answer = await apiWith(made.secret)("GET", "/orders?q=secret");
  const [entry] = await read(here.as.administrator).apiKeyRequest.findMany({ where: { keyId: made.id } });
  expect(entry).toMatchObject({ method: "GET", path: "/api/v1/orders", status: 200 });
  expect(entry?.requestId).toBe(answer.headers.get("x-request-id"));
});
