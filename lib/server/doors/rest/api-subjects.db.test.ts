import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { revokeApiKey } from "../../api-keys/commands/revoke-api-key";
import { apiAs, apiWith, expectProblem } from "../../testing/api";
import { makeApiKey } from "../../testing/factories/api-keys";
import { makeAccount, makeOrganization, type TestOrganization, value } from "../../testing/factories/basics";
import { makeOrder } from "../../testing/factories/orders";
import { apiServer } from "./serve";

let here: TestOrganization;
let operator: ReturnType<typeof apiWith>;

beforeAll(async () => {
  here = await makeOrganization();
  operator = await apiAs(here);
});

describe("the list of order statuses", () => {
  type Sent = { id?: string; description: string; system?: boolean; orders?: number };
  const sent = (data: Sent[]) => data.map(({ system: _, orders: __, ...status }) => status);

  test("is replaced whole, or not at all", async () => {
    const shop = await makeOrganization();
    const api = await apiAs(shop, "administrator");
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
    expectProblem(await api("PUT", "/order-statuses", { body }), 428, "version_needed");
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
    expectProblem(
      await api("PUT", "/order-statuses", { body, headers: { "if-match": etag } }),
      412,
      "changed_meanwhile",
    );

    const faulty = sent(after.body.data).map((status) => ({ ...status, description: "Same" }));
    const now = { "if-match": after.headers.get("etag") ?? "" };
    expectProblem(
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
    const api = await apiAs(shop, "administrator");
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
    expectProblem(await api("PUT", "/order-statuses", { body, headers }), 422, "statuses_invalid");
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
    const payments = await operator("GET", `/payments?account=${made.body.code}`);
    expect(payments.body.data).toMatchObject([{ id: paid.body.id, reversed: { reason: "Bounced" } }]);
    expect((await operator("GET", "/payments?account=ACC-0")).body.data).toEqual([]);
    // An operator's key decides as little about credit as an operator.
    const etag = (await operator("GET", `/accounts/${made.body.id}`)).headers.get("etag") ?? "";
    const unlimited = { body: { creditLimit: null }, headers: { "if-match": etag } };
    expectProblem(await operator("PATCH", `/accounts/${made.body.id}`, unlimited), 403, "forbidden");
  });

  test("a call that will go says so, on every answer, and what takes its place", async () => {
    const { id } = await makeAccount(here);
    for (const path of [`/accounts/${id}/payments`, `/accounts/${id}/payments?sort=wrong`]) {
      const { headers } = await operator("GET", path);
      expect(headers.get("deprecation")).toBe("@1795651200");
      expect(headers.get("sunset")).toBe("Fri, 26 Nov 2027 00:00:00 GMT");
      expect(headers.get("link")).toContain('</api/v1/payments>; rel="successor-version"');
    }
    expect((await operator("GET", "/payments")).headers.get("deprecation")).toBeNull();
  });

  test("a product is created and changed by who may", async () => {
    const administrator = await apiAs(here, "administrator");
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
    expectProblem(await operator("POST", "/products", { body }), 403, "forbidden");
    expect((await administrator("POST", "/products", { body })).status).toBe(201);
    expectProblem(await administrator("POST", "/products", { body }), 409, "code_taken");
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
    expectProblem(await administrator("PATCH", `/products/${code}`, change), 412, "changed_meanwhile");
  });
});

describe("what executing and paying made", () => {
  test("is read over all accounts, and by what it belongs to", async () => {
    const shop = await makeOrganization();
    const api = await apiAs(shop, "administrator");
    const { code, accountId } = await makeOrder(shop);
    await api("POST", `/orders/${code}/execute`);
    const [invoice] = (await api("GET", "/invoices")).body.data;
    const amount = { amount: "3.00", currency: "EUR" };
    const paid = await api("POST", `/accounts/${accountId}/payments`, { body: { amount } });
    const { data: payments } = (await api("GET", "/payments?sort=received")).body;
    expect(payments).toMatchObject([{ id: paid.body.id, amount, account: { code: invoice.account.code } }]);
    expect((await api("GET", `/payments/${paid.body.id}`)).body).toEqual(payments[0]);

    await api("POST", `/orders/${code}/reverse`, { body: { comment: "Ordered twice" } });
    const { data: notes } = (await api("GET", `/credit-notes?account=${invoice.account.code}`)).body;
    expect(notes).toMatchObject([{ invoice: invoice.number, orderCode: code, total: invoice.total }]);
    const note = (await api("GET", `/credit-notes/${notes[0].number}`)).body;
    expect(note).toMatchObject({ ...notes[0], taxes: [{ rate: "20" }] });
    const charged = (await api("GET", `/invoices/${invoice.number}`)).body.lines;
    expect(note.lines).toEqual(charged);

    const foreign = await apiAs(here);
    expectProblem(await foreign("GET", `/payments/${paid.body.id}`), 404, "not_found");
    expectProblem(await foreign("GET", `/credit-notes/${notes[0].number}`), 404, "not_found");
  });
});

describe("people", () => {
  test("are invited, given a role and shut out, by who may", async () => {
    const administrator = await apiAs(here, "administrator");
    const email = `${randomUUID()}@example.com`;
    const body = { email, name: "Grace Example", role: "operator" };
    expectProblem(await operator("POST", "/users", { body }), 403, "forbidden");
    const chosen = { ...body, password: "a long enough password" };
    expectProblem(await administrator("POST", "/users", { body: chosen }), 422, "invalid_body");
    const { status, body: made, headers } = await administrator("POST", "/users", { body });
    expect([status, headers.get("location")]).toEqual([201, `/api/v1/users/${made.id}`]);
    expect(made.link).toMatch(/\/welcome\/[\w-]{43}$/);
    expectProblem(await administrator("POST", "/users", { body }), 409, "already_invited");
    const { data: invited } = (await administrator("GET", `/users?q=${email}&invited=true`)).body;
    expect(invited).toMatchObject([{ id: made.id, invited: true }]);

    const again = await administrator("POST", `/users/${made.id}/link`);
    expect(again.body).toMatchObject({ id: made.id, link: expect.stringContaining("/welcome/") });
    expect(again.body.link).not.toBe(made.link);
    expect((await administrator("POST", `/users/${made.id}/end-sessions`)).status).toBe(200);
    const read = () => administrator("GET", `/users/${made.id}`);
    const now = async () => ({ "if-match": (await read()).headers.get("etag") ?? "" });
    const old = await now();
    const role = { body: { role: "manager" }, headers: old };
    expectProblem(
      await administrator("PUT", `/users/${made.id}/role`, { body: role.body }),
      428,
      "version_needed",
    );
    expect((await administrator("PUT", `/users/${made.id}/role`, role)).status).toBe(200);
    expectProblem(await administrator("PUT", `/users/${made.id}/role`, role), 412, "changed_meanwhile");
    const path = `/users/${made.id}/deactivate`;
    expect((await administrator("POST", path, { headers: await now() })).status).toBe(200);
    expect((await read()).body).toMatchObject({ email, role: "manager", active: false, account: null });
    const { data } = (await administrator("GET", `/users?q=${email}&active=false`)).body;
    expect(data).toMatchObject([{ id: made.id }]);
    await administrator("POST", `/users/${made.id}/activate`, { headers: await now() });
    expect((await read()).body.active).toBe(true);
    expectProblem(
      await (await apiAs(await makeOrganization(), "administrator"))("GET", `/users/${made.id}`),
      404,
      "not_found",
    );
  });
});

test("a link is answered once, also where the request is repeated", async () => {
  const administrator = await apiAs(here, "administrator");
  const body = { email: `${randomUUID()}@example.com`, name: "Grace Example", role: "operator" };
  const headers = { "idempotency-key": randomUUID() };
  const first = await administrator("POST", "/users", { body, headers });
  const second = await administrator("POST", "/users", { body, headers });
  expect([first.body.link === null, second.body]).toEqual([false, { id: first.body.id, link: null }]);
});

describe("the event feed", () => {
  test("is read on from where one was, by type, and misses nothing", async () => {
    const shop = await makeOrganization();
    const api = await apiAs(shop, "operator");
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
    expectProblem(await api("GET", "/events?after=nonsense"), 422, "cursor_not_understood");
    expectProblem(await api("GET", "/events?types=order.sung"), 400, "invalid_parameter");
  });

  test("is streamed, goes on behind the last message, and ends with its key", async () => {
    const shop = await makeOrganization();
    const { id, secret } = await makeApiKey(shop);
    const serve = apiServer({ requestsPerMinute: 1_000_000 });
    const stream = async (headers: Record<string, string> = {}) => {
      const authorization = `Bearer ${secret}`;
      const request = new Request("http://order-desk.test/api/v1/events?types=order.created,order.executed", {
        headers: { authorization, accept: "text/event-stream", ...headers },
      });
      const response = await serve(request);
      expect(response.headers.get("content-type")).toBe("text/event-stream");
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      let heard = "";
      const next = async () => {
        const { done, value } = (await reader?.read()) ?? { done: true };
        heard += value ?? "";
        return done;
      };
      const until = async (text: string) => {
        while (!heard.includes(text))
          expect(await next(), `the stream ended before it told ${text}`).toBe(false);
        return heard;
      };
      return { until, next, close: () => reader?.cancel() };
    };

    const { code } = await makeOrder(shop);
    const first = await stream();
    const told = await first.until(`"code":"${code}"`);
    expect(told).toContain("event: order.created\ndata: {");
    const [, lastId = ""] = /id: (\S+)\nevent: order\.created/.exec(told) ?? [];
    await first.close();

    const second = await stream({ "last-event-id": lastId });
    await apiWith(secret)("POST", `/orders/${code}/execute`);
    const more = await second.until("event: order.executed");
    expect(more).not.toContain("order.created");

    value(await revokeApiKey(shop.as.administrator, { id }));
    await vi.waitUntil(second.next, { timeout: 600_000, interval: 1 });
  });

  test("refuses a stream from a place that it does not know, and too many of one key", async () => {
    const { secret } = await makeApiKey(here);
    const serve = apiServer({ requestsPerMinute: 1_000_000 });
    const asked = (headers: Record<string, string> = {}) =>
      serve(
        new Request("http://order-desk.test/api/v1/events", {
          headers: { authorization: `Bearer ${secret}`, accept: "text/event-stream", ...headers },
        }),
      );
    const unknown = await asked({ "last-event-id": "nonsense" });
    expect([unknown.status, (await unknown.json()).code]).toEqual([422, "cursor_not_understood"]);
    const streams: Response[] = [];
    for (let one = await asked(); one.status === 200; one = await asked()) streams.push(one);
    expect(streams).toHaveLength(10);
    await Promise.all(streams.map(({ body }) => body?.cancel()));
    const again = await asked();
    expect(again.status).toBe(200);
    await again.body?.cancel();
  });
});
