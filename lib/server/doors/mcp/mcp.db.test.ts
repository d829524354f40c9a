import { randomUUID } from "node:crypto";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { KeyRole } from "@/lib/domain/api-key";
import type { Permission } from "@/lib/domain/permissions";
import { read } from "../../kernel/db";
import { newOrderBody } from "../../testing/api";
import { makeApiKey } from "../../testing/factories/api-keys";
import { makeOrganization, makeProduct, type TestOrganization } from "../../testing/factories/basics";
import { makeOrder } from "../../testing/factories/orders";
import { mcpServer } from "./serve";
import { allTools } from "./tools";

/** The order desk as an agent meets it, through the SDK's own client. */

const serve = mcpServer({ requestsPerMinute: 1_000_000 });
const clients: Client[] = [];

/** Connects an agent with a key of an operator, whose permissions are chosen or follow from the role. */
async function agentOf(
  organization: TestOrganization,
  scopes: Permission[] | null = null,
  role: KeyRole = "operator",
) {
  const { secret } = await makeApiKey(organization, { scopes, role });
  const client = new Client({ name: "agent", version: "1" });
  const transport = new StreamableHTTPClientTransport(new URL("http://order-desk.test/api/mcp"), {
    requestInit: { headers: { authorization: `Bearer ${secret}` } },
    fetch: (url, init) => serve(new Request(url, init)),
  });
  await client.connect(transport);
  clients.push(client);
  const call = async (name: string, given: Record<string, unknown> = {}) => {
    const { structuredContent, isError } = await client.callTool({ name, arguments: given });
    return { isError: isError === true, told: structuredContent as Record<string, unknown> };
  };
  const names = async () => (await client.listTools()).tools.map(({ name }) => name);
  return { client, call, names };
}

const everything: Permission[] = [
  "order:read",
  "order:edit",
  "order:execute",
  "order:cancel",
  "account:read",
];

let here: TestOrganization;
beforeAll(async () => {
  here = await makeOrganization();
});
afterAll(() => Promise.all(clients.map((client) => client.close())));

describe("an agent", () => {
  test("learns why an order is not executed and what it takes, and does it", async () => {
    const product = await makeProduct(here, { requiredConfiguration: ["Domain name"] });
    const { code, items } = await makeOrder(here, { items: [{ productId: product.id, quantity: 1 }] });
    const { call } = await agentOf(here, everything);

    const order = (await call("orderGet", { code })).told;
    expect(order.heldBy).toMatchObject([
      {
        gate: "configuration",
        sentence: expect.stringContaining("Domain name"),
        wayOut: expect.any(String),
      },
    ]);
    const held = await call("orderExecutePreview", { code });
    expect(held).toMatchObject({ isError: true, told: { code: "held" } });

    const [item] = items;
    const line = {
      id: item?.id,
      productId: product.id,
      quantity: 1,
      configuration: { "Domain name": "example.com" },
    };
    const change = { code, ifMatch: String(order.version), items: [line] };
    const edit = await call("orderEditPreview", change);
    expect(edit).toMatchObject({ isError: false, told: { previewToken: expect.any(String) } });
    expect((await call("orderGet", { code })).told.version).toBe(order.version);
    const saved = await call("orderEdit", {
      ...change,
      previewToken: edit.told.previewToken,
      idempotencyKey: randomUUID(),
    });
    expect(saved).toMatchObject({ isError: false, told: { code } });

    const preview = await call("orderExecutePreview", { code });
    expect(preview.told.wouldAnswer).toMatchObject({ code, primaryExecuted: true });
    const once = { code, previewToken: preview.told.previewToken, idempotencyKey: randomUUID() };
    const [done, again] = [await call("orderExecute", once), await call("orderExecute", once)];
    expect(done).toMatchObject({ isError: false, told: { invoiceNumber: expect.stringMatching(/^INV-/) } });
    expect(again).toEqual(done);
    expect((await call("orderGet", { code })).told).toMatchObject({ status: { type: "automatic_execute" } });
    expect(await read(here.as.operator).invoice.count({ where: { order: { code } } })).toBe(1);
  });

  test("takes an order through its whole life, by what the tools say of themselves", async () => {
    const all: Permission[] = [
      "order:read",
      "order:create",
      "order:deliver",
      "order:execute",
      "order:cancel",
      "order:reverse",
    ];
    const { call, client } = await agentOf(here, all, "administrator");
    const { tools } = await client.listTools();
    const doing = async (name: string, given: Record<string, unknown>) => {
      const { required = [] } = tools.find((tool) => tool.name === `${name}Preview`)?.inputSchema ?? {};
      expect(Object.keys(given)).toEqual(expect.arrayContaining(required));
      const { told, isError } = await call(`${name}Preview`, given);
      expect(isError, JSON.stringify(told)).toBe(false);
      const done = await call(name, {
        ...given,
        previewToken: told.previewToken,
        idempotencyKey: randomUUID(),
      });
      expect(done.isError, JSON.stringify(done.told)).toBe(false);
      return done.told;
    };
    const { accountId, items } = await newOrderBody(here, 10);
    const { code } = await doing("orderCreate", { accountId, items });
    const [item] = (await call("orderGet", { code })).told.items as { id: string }[];
    const { subOrderCode } = await doing("orderDeliver", {
      code,
      items: [{ itemId: item?.id, quantity: 4 }],
    });
    await doing("orderExecute", { code: subOrderCode });
    await doing("orderReverse", { code: subOrderCode, comment: "Delivered to the wrong place" });
    await doing("orderCancel", { code });
    expect((await call("orderGet", { code })).told).toMatchObject({
      status: { type: "cancelled" },
      subOrders: [{ code: subOrderCode, status: { type: "cancelled" } }],
    });
  });

  test("does nothing that it did not preview with the same fields and the same key", async () => {
    const [one, other] = [await makeOrder(here), await makeOrder(here)];
    const [{ call }, stranger] = [await agentOf(here, everything), await agentOf(here, everything)];
    const { previewToken } = (await call("orderExecutePreview", { code: one.code })).told;
    const idempotencyKey = randomUUID();
    const tries = [
      call("orderExecute", { code: one.code, idempotencyKey }),
      call("orderExecute", { code: one.code, previewToken }),
      call("orderExecute", { code: one.code, previewToken: "1795651200000.00", idempotencyKey }),
      call("orderExecute", { code: one.code, startDate: "2027-01-01", previewToken, idempotencyKey }),
      call("orderExecute", { code: other.code, previewToken, idempotencyKey }),
      call("orderCancel", { code: one.code, previewToken, idempotencyKey }),
      stranger.call("orderExecute", { code: one.code, previewToken, idempotencyKey }),
    ];
    for (const one of await Promise.all(tries)) {
      expect(one).toMatchObject({ isError: true, told: { code: "not_called" } });
    }
    const states = await read(here.as.operator).order.findMany({
      where: { code: { in: [one.code, other.code] } },
      select: { executedAt: true, cancelledAt: true },
    });
    expect(states).toEqual([
      { executedAt: null, cancelledAt: null },
      { executedAt: null, cancelledAt: null },
    ]);
  });

  test("reads and previews by its role, and does only what was chosen for its key", async () => {
    const byRole = await (await agentOf(here)).names();
    expect(byRole).toEqual(expect.arrayContaining(["orderFind", "orderGet", "orderExecutePreview"]));
    expect(byRole).not.toContain("orderExecute");
    expect(byRole).not.toContain("userList");
    const chosen = await agentOf(here, ["order:read", "order:execute"]);
    const names = await chosen.names();
    expect(names).toEqual(expect.arrayContaining(["orderGet", "orderExecute", "orderExecutePreview"]));
    expect(names).not.toContain("orderCancelPreview");
    expect(await chosen.call("orderCancel", { code: "1" })).toMatchObject({
      isError: true,
      told: { code: "not_called" },
    });
  });

  test("finds nothing of another organization", async () => {
    const { code } = await makeOrder(await makeOrganization());
    const { call } = await agentOf(await makeOrganization());
    expect(await call("orderGet", { code })).toMatchObject({ isError: true, told: { code: "not_found" } });
    expect((await call("orderFind", { limit: 10 })).told.data).toEqual([]);
  });

  test("is told of a field that a call does not have", async () => {
    const { call } = await agentOf(here);
    const refused = await call("orderFind", { limit: 100_000 });
    expect(refused).toMatchObject({ isError: true, told: { code: "invalid_parameter" } });
    const { told } = await call("orderCreatePreview", { accountId: "nobody", items: [], surprise: 1 });
    expect(told).toMatchObject({ code: "invalid_body", errors: expect.any(Array) });
  });
});

test("a request without a key is refused", async () => {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" });
  const headers = { "content-type": "application/json", accept: "application/json, text/event-stream" };
  const answer = await serve(
    new Request("http://order-desk.test/api/mcp", { method: "POST", body, headers }),
  );
  expect(answer.status).toBe(401);
});

test("each tool has a name of its own that every client takes, and fields that stand alone", () => {
  const names = allTools().map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, kind, inputSchema } of allTools()) {
    expect(name).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
    expect(JSON.stringify(inputSchema)).not.toContain("$ref");
    if (kind === "do")
      expect(inputSchema.required).toEqual(expect.arrayContaining(["idempotencyKey", "previewToken"]));
  }
});
