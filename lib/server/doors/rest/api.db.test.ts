import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { createApiKey } from "../../api-keys/commands/create-api-key";
import { revokeApiKey } from "../../api-keys/commands/revoke-api-key";
import { read } from "../../kernel/db";
import { type ApiAnswer, apiWith } from "../../testing/api";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../../testing/factories/basics";
import { executionEffects, makeOrder, storedOrder } from "../../testing/factories/orders";
import { apiServer } from "./serve";

let here: TestOrganization;
let operator: ReturnType<typeof apiWith>;
let reader: ReturnType<typeof apiWith>;
let elsewhere: ReturnType<typeof apiWith>;

beforeAll(async () => {
  here = await makeOrganization();
  operator = apiWith(await keyOf(here, "operator"));
  reader = apiWith(await keyOf(here, "manager"));
  elsewhere = apiWith(await keyOf(await makeOrganization(), "administrator"));
});

async function keyOf(organization: TestOrganization, role: "operator" | "manager" | "administrator") {
  const made = value(
    await createApiKey(organization.as.administrator, { name: `The ${role}'s program`, role }),
  );
  if (!made.secret) throw new Error("A new key has its secret");
  return made.secret;
}

/** Expects a problem of this status and code, and returns it. */
function problem(answer: ApiAnswer, status: number, code: string) {
  expect([answer.status, answer.body.code]).toEqual([status, code]);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.body).toMatchObject({ status, type: `/api/docs/problems/${code}` });
  expect(answer.body.requestId).toBe(answer.headers.get("x-request-id"));
  return answer.body;
}

const stored = (code: string) => storedOrder(here.as.operator, code);

/** Returns the body of a new order of so many units for a new account. */
async function newOrder(quantity = 10) {
  const { id: accountId } = await makeAccount(here, { creditLimit: null });
  const { id: productId } = await makeProduct(here, { price: "12.50" });
  return { accountId, items: [{ productId, quantity }] };
}

async function created(quantity = 10): Promise<string> {
  const answer = await operator("POST", "/orders", { body: await newOrder(quantity) });
  expect(answer.status).toBe(201);
  return answer.body.code;
}

describe("an order's life through the API", () => {
  test("it is created, delivered in part, executed, reversed, and its remainder canceled", async () => {
    const body = await newOrder(10);
    const made = await operator("POST", "/orders", { body: { ...body, name: "From the shop" } });
    expect(made.status).toBe(201);
    const { code } = made.body;
    expect(made.headers.get("location")).toBe(`/api/v1/orders/${code}`);

    const whole = await operator("GET", `/orders/${code}`);
    expect(whole.body).toMatchObject({
      name: "From the shop",
      status: { description: "Submitted" },
      total: { amount: "150.00", currency: "EUR" },
      net: { amount: "125.00", currency: "EUR" },
    });
    const itemId = whole.body.items[0].id;

    const delivered = await operator("POST", `/orders/${code}/deliveries`, {
      body: { items: [{ itemId, quantity: 4 }] },
    });
    expect([delivered.status, delivered.body]).toEqual([201, { code, subOrderCode: `${code}-1` }]);

    const executed = await operator("POST", `/orders/${code}-1/execute`);
    expect(executed.body).toMatchObject({ code: `${code}-1`, primaryExecuted: false });
    const invoices = await operator("GET", `/orders/${code}/invoices`);
    expect(invoices.body.data).toMatchObject([
      { number: executed.body.invoiceNumber, total: { amount: "60.00", currency: "EUR" } },
    ]);
    const invoice = await operator("GET", `/invoices/${executed.body.invoiceNumber}`);
    expect(invoice.body.lines).toMatchObject([{ quantity: 4, total: { amount: "60.00" } }]);
    const subscriptions = await operator("GET", `/orders/${code}/subscriptions`);
    expect(subscriptions.body.data).toMatchObject([{ quantity: 4 }]);

    const canceled = await operator("POST", `/orders/${code}/cancel`, { body: { comment: "Enough" } });
    expect(canceled.body).toEqual({ code, remainderOnly: true });
    const administrator = apiWith(await keyOf(here, "administrator"));
    const reversed = await administrator("POST", `/orders/${code}-1/reverse`, { body: { comment: "Wrong" } });
    expect(reversed.body).toMatchObject({ released: { amount: "0.00", currency: "EUR" } });

    const history = await operator("GET", `/orders/${code}/history?limit=2`);
    expect(history.body.data[0]).toMatchObject({
      actor: { type: "api_key", name: "The administrator's program" },
    });
    const older = await operator("GET", `/orders/${code}/history?cursor=${history.body.nextCursor}`);
    expect(older.body.data.at(-1)).toMatchObject({ type: "order.created", code });
  });

  test("it is changed in what the body names, and keeps the rest", async () => {
    const code = await created(3);
    const { headers, body } = await operator("GET", `/orders/${code}`);
    const etag = headers.get("etag") ?? "";
    const changed = await operator("PATCH", `/orders/${code}`, {
      body: { note: "Call before" },
      headers: { "if-match": etag },
    });
    expect(changed.body).toEqual({ code, notExecuted: null });
    const after = (await operator("GET", `/orders/${code}`)).body;
    expect(after).toMatchObject({ name: body.name, note: "Call before", items: body.items });

    const late = { body: { note: "Mine" }, headers: { "if-match": etag } };
    problem(await operator("PATCH", `/orders/${code}`, late), 412, "changed_meanwhile");
    problem(await operator("PATCH", `/orders/${code}`, { body: { note: "Mine" } }), 428, "version_needed");
    expect((await stored(code)).note).toBe("Call before");
  });

  test("a request that is sent again does its work once, and says so", async () => {
    const body = await newOrder();
    const headers = { "idempotency-key": randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => operator("POST", "/orders", { body, headers })),
    );
    expect(new Set(answers.map((answer) => answer.body.code)).size).toBe(1);
    const replayed = answers.map((answer) => answer.headers.get("idempotent-replayed")).sort();
    expect(replayed).toEqual(["false", "true", "true", "true", "true"]);
    problem(
      await operator("POST", "/orders", { body: { ...body, name: "Another" }, headers }),
      422,
      "key_reused",
    );
  });

  test("a change that is sent again is answered as before, though others have changed the order since", async () => {
    const code = await created(3);
    const path = `/orders/${code}`;
    const { headers } = await operator("GET", path);
    const change = {
      body: { note: "Call before" },
      headers: { "if-match": headers.get("etag") ?? "", "idempotency-key": randomUUID() },
    };
    const first = await operator("PATCH", path, change);
    const now = (await operator("GET", path)).headers.get("etag") ?? "";
    await operator("PATCH", path, { body: { name: "Theirs" }, headers: { "if-match": now } });
    const again = await operator("PATCH", path, change);
    expect([again.status, again.body]).toEqual([200, first.body]);
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(await stored(code)).toMatchObject({ name: "Theirs", note: "Call before" });
    problem(await operator("PATCH", path, { ...change, body: { note: "Another" } }), 422, "key_reused");
    const both = {
      ...change,
      headers: { ...change.headers, "idempotency-key": randomUUID(), "if-match": '"3"' },
    };
    const answers = await Promise.all([1, 2, 3].map(() => operator("PATCH", path, both)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  test("however many execute it at once, there is one invoice", async () => {
    const code = await created();
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => operator("POST", `/orders/${code}/execute`)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 200))
      problem(answer, 409, "already_executed");
    expect(await executionEffects(here.as.operator, code)).toMatchObject({ executed: 1, invoices: 1 });
  });
});

describe("a dry run", () => {
  test("answers what would happen, and changes nothing", async () => {
    const next = async () =>
      (await read(here.as.operator).organization.findFirstOrThrow({ select: { nextOrderNumber: true } }))
        .nextOrderNumber;
    const before = await next();
    const made = await operator("POST", "/orders?dryRun=true", { body: await newOrder() });
    expect([made.status, made.headers.get("location")]).toEqual([200, null]);
    expect(made.body).toEqual({ code: String(before), notExecuted: null });
    expect(await next()).toBe(before);
    problem(await operator("GET", `/orders/${made.body.code}`), 404, "not_found");

    const code = await created();
    const executed = await operator("POST", `/orders/${code}/execute?dryRun=true`);
    expect(executed.body).toMatchObject({ code, primaryExecuted: true });
    expect(await executionEffects(here.as.operator, code)).toMatchObject({ executed: 0, invoices: 0 });
  });

  test("refuses as the command would, and keeps no key", async () => {
    const code = await created();
    const headers = { "idempotency-key": randomUUID() };
    const dry = await operator("POST", `/orders/${code}/cancel?dryRun=true`, { headers });
    expect([dry.status, dry.headers.get("idempotent-replayed")]).toEqual([200, null]);
    const real = await operator("POST", `/orders/${code}/cancel`, { headers });
    expect(real.headers.get("idempotent-replayed")).toBe("false");
    problem(await operator("POST", `/orders/${code}/cancel?dryRun=true`), 409, "already_cancelled");
  });
});

describe("a status that nobody sets", () => {
  test.each(["Executing", "Scheduled", "Draft", "Pending Reseller Approval"])(
    "%s is refused by name",
    async (name) => {
      const status = Object.entries(here.statuses).find(([description]) => description.startsWith(name));
      const [description, statusId] = status ?? [];
      const order = await operator("POST", "/orders", { body: { ...(await newOrder()), statusId } });
      const refused = problem(order, 422, "status_not_settable");
      expect(refused.data).toMatchObject({ status: description });
      expect(refused.detail).toContain(`“${description}”`);

      const code = await created();
      const set = await operator("POST", `/orders/${code}/status`, { body: { statusId } });
      problem(set, 422, "status_not_settable");
      expect((await stored(code)).status.description).toBe("Submitted");
    },
  );
});

describe("who asks", () => {
  test("needs a key that counts", async () => {
    const made = value(await createApiKey(here.as.administrator, { name: "Soon gone", role: "operator" }));
    const gone = apiWith(made.secret);
    expect((await gone("GET", "/orders")).status).toBe(200);
    value(await revokeApiKey(here.as.administrator, { id: made.id }));
    for (const api of [gone, apiWith(null), apiWith("od_nonsense")]) {
      const refused = await api("GET", "/orders");
      problem(refused, 401, "unauthorized");
      expect(refused.headers.get("www-authenticate")).toContain("Bearer");
    }
  });

  test("reads and changes nothing with a key that only reads", async () => {
    const code = await created();
    expect((await reader("GET", `/orders/${code}`)).status).toBe(200);
    problem(await reader("POST", `/orders/${code}/execute`), 403, "forbidden");
    problem(await reader("POST", "/orders", { body: await newOrder() }), 403, "forbidden");
    const ifMatch = { headers: { "if-match": '"1"' }, body: { note: "Mine" } };
    problem(await reader("PATCH", `/orders/${code}`, ifMatch), 403, "forbidden");
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
      else problem(answer, 404, "not_found");
    }
    for (const path of ["/orders", "/accounts", "/products", "/subscriptions", "/invoices"]) {
      expect((await elsewhere("GET", path)).body.data).toEqual([]);
    }
    problem(await elsewhere("POST", `/orders/${code}/execute`), 404, "not_found");
    problem(await elsewhere("POST", "/orders", { body: await newOrder() }), 422, "invalid_input");
    expect((await stored(code)).status.description).toBe("Submitted");
  });
});

describe("what is sent wrongly", () => {
  test("is named field by field, and nothing is kept", async () => {
    const { accountId, items } = await newOrder();
    const body = { accountId, items: [{ ...items[0], quantity: 0 }, { quantity: 1 }], surprise: 1 };
    const { errors } = problem(await operator("POST", "/orders", { body }), 422, "invalid_body");
    const pointers = errors.map(({ pointer }: { pointer: string }) => pointer);
    expect(pointers).toEqual(
      expect.arrayContaining(["/surprise", "/items/0/quantity", "/items/1/productId"]),
    );
  });

  test("is told from what the organization does not have", async () => {
    const body = { ...(await newOrder()), accountId: randomUUID() };
    const refused = problem(await operator("POST", "/orders", { body }), 422, "invalid_input");
    expect(refused.errors).toMatchObject([{ pointer: "/accountId" }]);
  });

  test("is refused before it is read where it is no JSON, too long, or not for this path", async () => {
    problem(await operator("POST", "/orders", { text: "{" }), 400, "invalid_json");
    problem(await operator("POST", "/orders", { text: "[]" }), 422, "invalid_body");
    const plain = { text: "a=1", headers: { "content-type": "text/plain" } };
    problem(await operator("POST", "/orders", plain), 415, "not_json");
    problem(
      await operator("POST", "/orders", { text: JSON.stringify("x".repeat(1_100_000)) }),
      413,
      "too_long",
    );
    problem(await operator("GET", "/nowhere"), 404, "no_such_path");
    const wrong = await operator("PATCH", "/orders");
    problem(wrong, 405, "method_not_allowed");
    expect(wrong.headers.get("allow")).toBe("GET, POST");
    problem(await operator("GET", "/orders?limit=1000"), 400, "invalid_parameter");
    problem(await operator("GET", "/orders?colour=red"), 400, "invalid_parameter");
    problem(
      await operator("POST", "/orders?dryRun=maybe", { body: await newOrder() }),
      400,
      "invalid_parameter",
    );
    const long = { body: await newOrder(), headers: { "idempotency-key": "x".repeat(201) } };
    problem(await operator("POST", "/orders", long), 400, "invalid_parameter");
  });

  test("an amount is sent with the currency in which the organization sells", async () => {
    const { accountId, items } = await newOrder(2);
    const priced = (unitPrice: unknown) => ({ body: { accountId, items: [{ ...items[0], unitPrice }] } });
    for (const wrong of ["9.99", 9.99, { amount: "9.99" }, { amount: "9.99", currency: "USD" }]) {
      const refused = problem(await operator("POST", "/orders", priced(wrong)), 422, "invalid_body");
      expect(refused.errors).toMatchObject([{ pointer: "/items/0/unitPrice" }]);
    }
    const made = await operator("POST", "/orders", priced({ amount: "9.99", currency: "EUR" }));
    const order = await operator("GET", `/orders/${made.body.code}`);
    expect(order.body.net).toEqual({ amount: "19.98", currency: "EUR" });
  });

  test("a value that is called like an amount stays what it is", async () => {
    const { accountId, items } = await newOrder();
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
    const api = apiWith(await keyOf(shop, "operator"));
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
    problem(
      await operator("GET", `/orders?limit=1&unexecuted=true&cursor=${nextCursor}`),
      400,
      "invalid_cursor",
    );
    problem(await operator("GET", "/orders?cursor=nonsense"), 400, "invalid_cursor");
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

describe("the list of order statuses", () => {
  type Sent = { id?: string; description: string; system?: boolean; orders?: number };
  const sent = (data: Sent[]) => data.map(({ system: _, orders: __, ...status }) => status);

  test("is replaced whole, or not at all", async () => {
    const shop = await makeOrganization();
    const api = apiWith(await keyOf(shop, "administrator"));
    const before = await api("GET", "/order-statuses");
    const etag = before.headers.get("etag") ?? "";
    const added = {
      no: 900,
      description: "On the van",
      type: "in_progress",
      storefrontType: "viewable",
      color: "#336699",
      active: true,
    };
    const renamed = before.body.data.map((status: Sent) =>
      status.description === "Submitted" ? { ...status, description: "Received" } : status,
    );
    const body = { data: [...sent(renamed), added] };
    problem(await api("PUT", "/order-statuses", { body }), 428, "version_needed");
    const dry = await api("PUT", "/order-statuses?dryRun=true", { body, headers: { "if-match": etag } });
    expect(dry.body.data).toHaveLength(before.body.data.length + 1);
    expect((await api("GET", "/order-statuses")).body).toEqual(before.body);

    const once = { body, headers: { "if-match": etag, "idempotency-key": randomUUID() } };
    const saved = await api("PUT", "/order-statuses", once);
    expect(saved.status).toBe(200);
    expect((await api("PUT", "/order-statuses", once)).body).toEqual(saved.body);
    const after = await api("GET", "/order-statuses");
    expect(after.body.data.map(({ description }: Sent) => description)).toEqual(
      expect.arrayContaining(["Received", "On the van"]),
    );
    expect(saved.headers.get("etag")).toBe(after.headers.get("etag"));
    problem(
      await api("PUT", "/order-statuses", { body, headers: { "if-match": etag } }),
      412,
      "changed_meanwhile",
    );

    const faulty = sent(after.body.data).map((status) => ({ ...status, description: "Same" }));
    const now = { "if-match": after.headers.get("etag") ?? "" };
    problem(
      await api("PUT", "/order-statuses", { body: { data: faulty }, headers: now }),
      422,
      "statuses_invalid",
    );
    expect((await api("GET", "/order-statuses")).body).toEqual(after.body);
    expect(
      (await api("PUT", "/order-statuses", { body: { data: sent(after.body.data) }, headers: now })).status,
    ).toBe(200);
  });

  test("gives the orders of a deleted status to the one that is named", async () => {
    const shop = await makeOrganization();
    const api = apiWith(await keyOf(shop, "administrator"));
    const list = await api("GET", "/order-statuses");
    const added = {
      no: 900,
      description: "On the van",
      type: "in_progress",
      storefrontType: "viewable",
      color: "#336699",
      active: true,
    };
    const saved = await api("PUT", "/order-statuses", {
      body: { data: [...sent(list.body.data), added] },
      headers: { "if-match": list.headers.get("etag") ?? "" },
    });
    const van = saved.body.data.find(({ description }: Sent) => description === "On the van");
    const { code } = await makeOrder(shop, { statusId: van.id });
    const body = { data: sent(list.body.data) };
    const headers = { "if-match": saved.headers.get("etag") ?? "" };
    problem(await api("PUT", "/order-statuses", { body, headers }), 422, "statuses_invalid");
    const replacements = { [van.id]: shop.statuses.Submitted };
    expect((await api("PUT", "/order-statuses", { body: { ...body, replacements }, headers })).status).toBe(
      200,
    );
    expect((await api("GET", `/orders/${code}`)).body.status.description).toBe("Submitted");
  });
});

describe("accounts, products and payments", () => {
  test("an account is created, changed, and its payment recorded and taken back", async () => {
    const made = await operator("POST", "/accounts", {
      body: { name: `Muster ${randomUUID()}`, country: "DE" },
    });
    expect(made.status).toBe(201);
    const { headers } = await operator("GET", `/accounts/${made.body.code}`);
    const changed = await operator("PATCH", `/accounts/${made.body.code}`, {
      body: { city: "Bonn" },
      headers: { "if-match": headers.get("etag") ?? "" },
    });
    expect(changed.body).toEqual({ id: made.body.id, held: 0 });
    const account = (await operator("GET", `/accounts/${made.body.id}`)).body;
    expect(account).toMatchObject({ city: "Bonn", country: "DE", creditLimit: { amount: "0.00" } });

    const paid = await operator("POST", `/accounts/${made.body.code}/payments`, {
      body: { amount: { amount: "40.00", currency: "EUR" }, reference: randomUUID() },
    });
    expect(paid.body).toMatchObject({ unallocated: { amount: "40.00", currency: "EUR" }, invoices: [] });
    const reversed = await operator("POST", `/payments/${paid.body.id}/reverse`, {
      body: { reason: "Bounced" },
    });
    expect(reversed.body).toMatchObject({ creditGone: { amount: "40.00", currency: "EUR" } });
    const payments = await operator("GET", `/accounts/${made.body.id}/payments`);
    expect(payments.body.data).toMatchObject([{ id: paid.body.id, reversed: { reason: "Bounced" } }]);
    // An operator's key decides as little about credit as an operator.
    const etag = (await operator("GET", `/accounts/${made.body.id}`)).headers.get("etag") ?? "";
    const unlimited = { body: { creditLimit: null }, headers: { "if-match": etag } };
    problem(await operator("PATCH", `/accounts/${made.body.id}`, unlimited), 403, "forbidden");
  });

  test("a product is created and changed by who may", async () => {
    const administrator = apiWith(await keyOf(here, "administrator"));
    const code = `API-${randomUUID().slice(0, 8)}`;
    const price = { amount: "5.00", currency: "EUR" };
    const body = {
      code,
      name: "Through the API",
      type: "subscription",
      billingPeriod: "month",
      price,
      cost: price,
      taxRate: "19",
    };
    problem(await operator("POST", "/products", { body }), 403, "forbidden");
    expect((await administrator("POST", "/products", { body })).status).toBe(201);
    problem(await administrator("POST", "/products", { body }), 409, "code_taken");
    const { headers } = await administrator("GET", `/products/${code}`);
    const change = {
      body: { price: { amount: "6.00", currency: "EUR" } },
      headers: { "if-match": headers.get("etag") ?? "" },
    };
    expect((await administrator("PATCH", `/products/${code}`, change)).status).toBe(200);
    expect((await operator("GET", `/products/${code}`)).body).toMatchObject({
      price: { amount: "6.00" },
      cost: price,
    });
    problem(await administrator("PATCH", `/products/${code}`, change), 412, "changed_meanwhile");
  });
});

describe("the event feed", () => {
  test("is read on from where one was, by type, and misses nothing", async () => {
    const shop = await makeOrganization();
    const api = apiWith(await keyOf(shop, "operator"));
    const { code } = await makeOrder(shop);
    // Transactions of other tests, open at the same time, hold the newest events back.
    const reading = (after = "") => {
      const path = `/events?types=order.created,order.executed${after}`;
      return vi.waitUntil(
        async () => {
          const { body } = await api("GET", path);
          return body.data.length > 0 && body;
        },
        { timeout: 600_000, interval: 50 },
      );
    };
    const first = await reading();
    expect(first.data).toMatchObject([{ type: "order.created", order: { code } }]);
    await api("POST", `/orders/${code}/execute`);
    const next = await reading(`&after=${first.next}`);
    expect(next).toMatchObject({
      data: [{ type: "order.executed", order: { code }, actor: { type: "api_key" } }],
      more: false,
    });
    expect((await api("GET", `/events?types=order.created&after=${next.next}`)).body.data).toEqual([]);
    problem(await api("GET", "/events?after=nonsense"), 422, "cursor_not_understood");
    problem(await api("GET", "/events?types=order.sung"), 400, "invalid_parameter");
  });
});

test("a key that sends too much is told to wait, and others are not", async () => {
  const server = apiServer({ requestsPerMinute: 2 });
  const busy = apiWith(await keyOf(here, "manager"), server);
  const left = async () => (await busy("GET", "/products?limit=1")).headers.get("ratelimit");
  expect([await left(), await left()]).toEqual([
    expect.stringMatching(/^"key";r=1;t=\d+$/),
    expect.stringMatching(/^"key";r=0;t=\d+$/),
  ]);
  const refused = await busy("GET", "/products?limit=1");
  problem(refused, 429, "too_many_requests");
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await apiWith(await keyOf(here, "manager"), server)("GET", "/products")).status).toBe(200);
});

test("the key's log names each request, and each answer its request", async () => {
  const made = value(await createApiKey(here.as.administrator, { name: "Logged", role: "operator" }));
  const answer = await apiWith(made.secret)("GET", "/orders?q=secret");
  const [entry] = await read(here.as.administrator).apiKeyRequest.findMany({ where: { keyId: made.id } });
  expect(entry).toMatchObject({ method: "GET", path: "/api/v1/orders", status: 200 });
  expect(entry?.requestId).toBe(answer.headers.get("x-request-id"));
});
