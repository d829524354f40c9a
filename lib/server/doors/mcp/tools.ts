import "server-only";
import type { Tool as McpTool } from "@modelcontextprotocol/server";
import { type Ctx, may } from "../../kernel/ctx";
import type { Endpoint } from "../rest/endpoint";
import { endpoints } from "../rest/endpoints";
import { openApiDocument } from "../rest/openapi";

type Schema = { readonly [name: string]: unknown };

/** Holds a tool for agents, which is a call of the API with all that it takes in one object. */
export type Tool = {
  readonly name: string;
  /** Tells whether it reads, shows what a command would do, or does it. */
  readonly kind: "read" | "preview" | "do";
  readonly endpoint: Endpoint;
  readonly description: string;
  readonly inputSchema: McpTool["inputSchema"];
  /** Names the fields that stand in the address of the call. */
  readonly query: readonly string[];
};

type Operation = {
  operationId: string;
  summary: string;
  parameters: { name: string; in: string; required?: boolean; description?: string; schema: Schema }[];
  requestBody?: { content: { "application/json": { schema: { properties?: Schema; required?: string[] } } } };
};
type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

/** Names what a tool takes beside the fields of its call. */
const toolFields = {
  idempotencyKey: {
    type: "string",
    description: "Choose a new key for each thing that you do, and send the same one if you try again.",
  },
  previewToken: { type: "string", description: "The preview of the same call answered this token." },
  ifMatch: {
    type: "string",
    description: "Send the version that you read, so that you overwrite nobody's change.",
  },
} as const;

/** Lists the tools of every call. A deprecated call has none, and neither has one that takes or answers a file. */
export function allTools(): readonly Tool[] {
  tools ??= endpoints
    .filter(({ deprecated, takesFile, answersFile }) => !deprecated && !takesFile && !answersFile)
    .flatMap(toolsOf);
  return tools;
}

let tools: readonly Tool[] | undefined;

/**
 * Lists the tools that this key can use. Whatever changes something needs a permission that was chosen for the key: its role
 * alone allows an agent to look and to preview. See docs/domain.md, section 8, "Agents".
 */
export function toolsFor(ctx: Ctx): readonly Tool[] {
  const chosen = ctx.actor.type === "api_key" && ctx.actor.scopes !== undefined;
  return allTools().filter(
    ({ kind, endpoint }) =>
      endpoint.definition.caller.permissions.some((permission) => may(ctx, permission)) &&
      (kind !== "do" || chosen),
  );
}

function toolsOf(endpoint: Endpoint): Tool[] {
  const { method, path } = endpoint;
  const document = openApiDocument() as Document;
  const operation = document.paths[path]?.[method.toLowerCase()];
  if (!operation) return [];
  const { operationId, summary } = operation;
  const { properties, required, query } = fieldsOf(operation, document);
  const tool = { endpoint, query, inputSchema: { type: "object" as const, properties, required } };
  if (method === "GET") return [{ ...tool, name: operationId, kind: "read", description: `${summary}.` }];
  const { idempotencyKey, previewToken } = toolFields;
  return [
    {
      ...tool,
      name: `${operationId}Preview`,
      kind: "preview",
      description: `Shows what would happen and changes nothing: ${summary}.`,
    },
    {
      ...tool,
      name: operationId,
      kind: "do",
      description: `${summary}. Preview it first with ${operationId}Preview and the same fields.`,
      inputSchema: {
        type: "object",
        properties: { ...properties, idempotencyKey, previewToken },
        required: [...required, "idempotencyKey", "previewToken"],
      },
    },
  ];
}

function fieldsOf({ parameters, requestBody }: Operation, { components }: Document) {
  const inAddress = parameters.filter((one) => one.in !== "header" && one.name !== "dryRun");
  const ifMatch = parameters.find(({ name }) => name === "If-Match");
  const body = requestBody?.content["application/json"].schema;
  const properties: Record<string, unknown> = {
    ...Object.fromEntries(
      inAddress.map(({ name, description, schema }) => [
        name,
        { ...schema, ...(description && { description }) },
      ]),
    ),
    ...body?.properties,
    ...(ifMatch && { ifMatch: toolFields.ifMatch }),
  };
  return {
    properties: whole(properties, components.schemas) as NonNullable<McpTool["inputSchema"]["properties"]>,
    required: [
      ...inAddress.filter(({ required }) => required).map(({ name }) => name),
      ...(body?.required ?? []),
      ...(ifMatch?.required ? ["ifMatch"] : []),
    ],
    query: inAddress.filter((one) => one.in === "query").map(({ name }) => name),
  };
}

/** Puts forms that the document shares in the place of their references, since a tool stands alone. */
function whole(value: unknown, shared: Record<string, Schema>): unknown {
  if (Array.isArray(value)) return value.map((one) => whole(one, shared));
  if (typeof value !== "object" || value === null) return value;
  const { $ref: reference } = value as { $ref?: string };
  if (reference) return whole(shared[reference.replace("#/components/schemas/", "")], shared);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, whole(one, shared)]));
}
