import "server-only";
import { createMcpHandler, Server } from "@modelcontextprotocol/server";
import { z } from "zod";
import type { Ctx } from "../../kernel/ctx";
import { keyed } from "../rest/keyed";
import { answerRequest } from "../rest/serve";
import { apiVersion } from "../rest/version";
import { previewToken, wasPreviewed } from "./preview-token";
import { type Tool, toolsFor } from "./tools";

const longestBody = 1_048_576;

const instructions = `Order Desk keeps a company's orders. An order is executed whole or in parts, which makes invoices and subscriptions.
Read first: orderGet says in heldBy why an order is not executed, and what clears each gate. Whatever changes something has a preview,
which answers what would happen and a previewToken. Show it to your person, then send the same fields with the token and an
idempotencyKey. A call that is refused says why, and changes nothing.`;

/** Returns what answers agents by the Model Context Protocol: the calls of the API as tools. */
export function mcpServer({ requestsPerMinute }: { requestsPerMinute: number }) {
  return keyed("mcp", requestsPerMinute, async (request, ctx) => {
    const handler = createMcpHandler(() => serverFor(ctx), { maxRequestBodySize: longestBody });
    return handler.fetch(request);
  });
}

function serverFor(ctx: Ctx): Server {
  const about = { name: "order-desk", title: "Order Desk", version: apiVersion };
  const server = new Server(about, { capabilities: { tools: {} }, instructions });
  const tools = toolsFor(ctx);
  server.setRequestHandler("tools/list", () => ({
    tools: tools.map(({ name, kind, description, inputSchema }) => ({
      name,
      description,
      inputSchema,
      annotations: { readOnlyHint: kind !== "do", destructiveHint: kind === "do", openWorldHint: false },
    })),
  }));
  server.setRequestHandler("tools/call", async ({ params }) => {
    const tool = tools.find(({ name }) => name === params.name);
    if (!tool) return refused(`You have no tool ${params.name}. A key can only use what it may do.`);
    return call(ctx, tool, params.arguments ?? {});
  });
  return server;
}

/** Says which fields of a command's tool are not fields of the call. */
const Doing = z.looseObject({ idempotencyKey: z.string(), previewToken: z.string() });

async function call(ctx: Ctx, tool: Tool, given: Record<string, unknown>) {
  if (tool.kind !== "do") {
    const { answered, ok } = await ask(ctx, tool, given, {});
    if (!ok || tool.kind === "read") return told(answered, ok);
    const of = { ctx, tool: tool.name.replace(/Preview$/, ""), sent: given };
    return told({ wouldAnswer: answered, previewToken: previewToken(of) }, true);
  }
  const doing = Doing.safeParse(given);
  if (!doing.success) return refused("Send an idempotencyKey, and the previewToken of the preview.");
  const { idempotencyKey, previewToken: token, ...sent } = doing.data;
  if (!wasPreviewed(token, { ctx, tool: tool.name, sent })) {
    return refused(
      `Nothing was done. Preview exactly this with ${tool.name}Preview, and send its previewToken within 15 minutes.`,
    );
  }
  const { answered, ok } = await ask(ctx, tool, sent, { "idempotency-key": idempotencyKey });
  return told(answered, ok);
}

/** Makes the call of the API, so that a tool takes, refuses and answers what programs know. */
async function ask(ctx: Ctx, tool: Tool, given: Record<string, unknown>, headers: Record<string, string>) {
  const { ifMatch, ...fields } = given;
  const { endpoint, query, kind } = tool;
  const taken = new Set(query);
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    taken.add(name);
    return encodeURIComponent(String(fields[name] ?? "-"));
  });
  const address = new URL(`http://agent.invalid/api/v1${path}`);
  for (const name of query) {
    for (const value of [fields[name] ?? []].flat()) address.searchParams.append(name, String(value));
  }
  if (kind === "preview") address.searchParams.set("dryRun", "true");
  const body = Object.fromEntries(Object.entries(fields).filter(([name]) => !taken.has(name)));
  const reads = endpoint.method === "GET";
  const response = await answerRequest(
    new Request(address, {
      method: endpoint.method,
      headers: {
        ...(!reads && { "content-type": "application/json" }),
        ...(typeof ifMatch === "string" && { "if-match": `"${ifMatch.replaceAll('"', "")}"` }),
        ...headers,
      },
      ...(!reads && { body: JSON.stringify(body) }),
    }),
    ctx,
  );
  return { answered: (await response.json()) as Record<string, unknown>, ok: response.ok };
}

function told(answered: Record<string, unknown>, ok: boolean) {
  return {
    content: [{ type: "text" as const, text: JSON.stringify(answered) }],
    structuredContent: answered,
    isError: !ok,
  };
}

function refused(detail: string) {
  return told({ code: "not_called", detail }, false);
}
