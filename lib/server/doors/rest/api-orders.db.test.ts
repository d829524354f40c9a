import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { read } from "../../kernel/db";
import { apiAs, type apiWith, expectProblem, newOrderBody } from "../../testing/api";
import { makeOrganization, type TestOrganization } from "../../testing/factories/basics";
import { executionEffects, storedOrder } from "../../testing/factories/orders";

let here: TestOrganization;
let operator: ReturnType<typeof apiWith>;

beforeAll(async () => {
  here = await makeOrganization();
  operator = await apiAs(here);
});

const stored = (code: string) => storedOrder(here.as.operator, code);

async function created(quantity = 10): Promise<string> {
  const answer = await operator("POST", "/orders", { body: await newOrderBody(here, quantity) });
  expect(answer.status).toBe(201);
  return answer.body.code;
}

describe("an order's life through the API", () => {
  test("it is created, delivered in part, executed, reversed, and its remainder canceled", async () => {
    const body = await newOrderBody(here, 10);
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
    const administrator = await apiAs(here, "administrator");
    const reversed = await administrator("POST", `/orders/${code}-1/reverse`, { body: { comment: "Wrong" } });
    expect(reversed.body).toMatchObject({ released: { amount: "0.00", currency: "EUR" } });

    const history = await operator("GET", `/orders/${code}/history?limit=2`);
    expect(history.body.data[0]).toMatchObject({
      actor: { type: "api_key", name: "Warehouse" },
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
    expectProblem(await operator("PATCH", `/orders/${code}`, late), 412, "changed_meanwhile");
    expectProblem(
      await operator("PATCH", `/orders/${code}`, { body: { note: "Mine" } }),
      428,
      "version_needed",
    );
    expect((await stored(code)).note).toBe("Call before");
  });

  test("a request that is sent again does its work once, and says so", async () => {
    const body = await newOrderBody(here);
    const headers = { "idempotency-key": randomUUID() };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => operator("POST", "/orders", { body, headers })),
    );
    expect(new Set(answers.map((answer) => answer.body.code)).size).toBe(1);
    const replayed = answers.map((answer) => answer.headers.get("idempotent-replayed")).sort();
    expect(replayed).toEqual(["false", "true", "true", "true", "true"]);
    expectProblem(
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
    expectProblem(await operator("PATCH", path, { ...change, body: { note: "Another" } }), 422, "key_reused");
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
      expectProblem(answer, 409, "already_executed");
    expect(await executionEffects(here.as.operator, code)).toMatchObject({ executed: 1, invoices: 1 });
  });
});

describe("a dry run", () => {
  test("answers what would happen, and changes nothing", async () => {
    const next = async () =>
      (await read(here.as.operator).organization.findFirstOrThrow({ select: { nextOrderNumber: true } }))
        .nextOrderNumber;
    const before = await next();
    const made = await operator("POST", "/orders?dryRun=true", { body: await newOrderBody(here) });
    expect([made.status, made.headers.get("location")]).toEqual([200, null]);
    expect(made.body).toEqual({ code: String(before), notExecuted: null });
    expect(await next()).toBe(before);
    expectProblem(await operator("GET", `/orders/${made.body.code}`), 404, "not_found");

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
    expectProblem(await operator("POST", `/orders/${code}/cancel?dryRun=true`), 409, "already_cancelled");
  });
});

describe("a status that nobody sets", () => {
  test.each(["Executing", "Scheduled", "Draft", "Pending Reseller Approval"])(
    "%s is refused by name",
    async (name) => {
      const status = Object.entries(here.statuses).find(([description]) => description.startsWith(name));
      const [description, statusId] = status ?? [];
      const order = await operator("POST", "/orders", { body: { ...(await newOrderBody(here)), statusId } });
      const refused = expectProblem(order, 422, "status_not_settable");
      expect(refused.data).toMatchObject({ status: description });
      expect(refused.detail).toContain(`“${description}”`);

      const code = await created();
      const set = await operator("POST", `/orders/${code}/status`, { body: { statusId } });
      expectProblem(set, 422, "status_not_settable");
      expect((await stored(code)).status.description).toBe("Submitted");
    },
  );
});
