import "server-only";
import { z } from "zod";
import { type Endpoint, tags } from "./endpoint";
import { endpoints } from "./endpoints";
import { amountFields, Money } from "./money";
import { problemsOfEndpoint } from "./problems-of-endpoint";
import { apiVersion } from "./version";

type Schema = { [name: string]: unknown };

const description = `Order Desk's orders, accounts, products and what executing orders makes.

Send a key as \`Authorization: Bearer KEY\`. Everything that changes something takes \`Idempotency-Key\`, so that a request that
is sent twice does its work once, and \`?dryRun=true\`, which answers what would happen and changes nothing. Problems are
\`application/problem+json\` with a stable \`code\`. Amounts are exact decimals with their currency, times are in UTC, and days
are \`YYYY-MM-DD\`.`;

/** Returns the OpenAPI 3.1 description of the API, which is made from the same endpoints as the server. */
export function openApiDocument(): Schema {
  document ??= makeDocument();
  return document;
}

let document: Schema | undefined;

function makeDocument(): Schema {
  const shared: Record<string, Schema> = {};
  const paths: Record<string, Record<string, Schema>> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] ??= {};
    const operations = paths[endpoint.path];
    if (operations) operations[endpoint.method.toLowerCase()] = operationOf(endpoint, shared);
  }
  schemaOf(Money, "output", shared);
  shared.Problem = problemSchema;
  return {
    openapi: "3.1.0",
    info: {
      title: "Order Desk API",
      version: apiVersion,
      description,
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/api/v1" }],
    security: [{ key: [] }, { oauth: [] }],
    tags: Object.entries(tags).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(shared).sort(([one], [other]) => one.localeCompare(other))),
      securitySchemes: {
        key: { type: "http", scheme: "bearer", description: "Send the secret of a key." },
        oauth: {
          type: "oauth2",
          description:
            "A token is good for an hour. The id of the client is the id of a key, and its secret the key's.",
          flows: { clientCredentials: { tokenUrl: "/api/oauth/token", scopes: {} } },
        },
      },
    },
  };
}

function operationOf(endpoint: Endpoint, shared: Record<string, Schema>): Schema {
  const { method, path, tag, summary, definition, status, answer, answersFile, ifMatch, stream, deprecated } =
    endpoint;
  const changes = method !== "GET";
  const versioned = answer instanceof z.ZodObject && "version" in answer.shape;
  return {
    operationId: operationIdOf(endpoint),
    tags: [tag],
    summary,
    description: `Needs ${definition.caller.permissions.map((one) => `\`${one}\``).join(" or ")}.`,
    ...(deprecated && { deprecated: true, "x-sunset": deprecated.sunset }),
    parameters: [
      ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
        name,
        in: "path",
        required: true,
        schema: { type: "string" },
      })),
      ...parametersOf(endpoint, shared),
      ...(changes ? changeParameters : []),
      ...(stream ? [lastEventIdParameter] : []),
      ...(ifMatch === "none" ? [] : [{ ...ifMatchParameter, required: ifMatch === "needed" }]),
    ],
    ...(changes && method !== "DELETE" && { requestBody: bodyOf(endpoint, shared) }),
    responses: {
      [status]: {
        description: changes ? "We carried it out." : "We found it.",
        headers: {
          "X-Request-Id": { schema: { type: "string" } },
          RateLimit: { schema: { type: "string" } },
          "RateLimit-Policy": { schema: { type: "string" } },
          ...(deprecated && {
            Deprecation: { schema: { type: "string" } },
            Sunset: { schema: { type: "string" } },
          }),
          ...(versioned && !changes && { ETag: { schema: { type: "string" } } }),
          ...(status === 201 && { Location: { schema: { type: "string" } } }),
          ...(changes && { "Idempotent-Replayed": { schema: { type: "string", enum: ["true", "false"] } } }),
        },
        content: {
          [answersFile ?? "application/json"]: { schema: schemaOf(answer, "output", shared) },
          ...(stream && { "text/event-stream": { schema: { type: "string" } } }),
        },
      },
      ...(status === 201 && {
        200: {
          description: "This would happen. A dry run answers this status.",
          content: { "application/json": { schema: schemaOf(answer, "output", shared) } },
        },
      }),
      ...problemsOf(endpoint),
    },
  };
}

/** Names the operation as the product's log does: "order.list" is `orderList`. One definition can serve two paths. */
function operationIdOf({ definition, path }: Endpoint): string {
  const same = endpoints.filter((other) => other.definition.name === definition.name);
  const words = (same.length > 1 ? `${definition.name} ${path}` : definition.name).split(/[^A-Za-z0-9]+/);
  return words
    .filter(Boolean)
    .map((word, i) => (i === 0 ? word : word[0]?.toUpperCase() + word.slice(1)))
    .join("");
}

const changeParameters = [
  {
    name: "Idempotency-Key",
    in: "header",
    description: "This key names the request. We carry it out once, even if you send it several times.",
    schema: { type: "string", minLength: 1, maxLength: 200 },
  },
  {
    name: "dryRun",
    in: "query",
    description: "With `true`, we answer what would happen and change nothing.",
    schema: { type: "string", enum: ["true", "false"] },
  },
];

const lastEventIdParameter = {
  name: "Last-Event-ID",
  in: "header",
  description: "A stream goes on behind the message with this id. It counts before `after`.",
  schema: { type: "string", maxLength: 500 },
};

const ifMatchParameter = {
  name: "If-Match",
  in: "header",
  description: "Send the ETag that you read. We refuse the change if someone else changed it since.",
  schema: { type: "string" },
};

function parametersOf({ parameters }: Endpoint, shared: Record<string, Schema>): Schema[] {
  if (!parameters) return [];
  const { properties = {}, required = [] } = schemaOf(parameters, "input", shared) as {
    properties?: Record<string, Schema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description: words, ...schema }]) => ({
    name,
    in: "query",
    required: required.includes(name) && !("default" in schema),
    ...(typeof words === "string" && { description: words }),
    schema,
  }));
}

function bodyOf(endpoint: Endpoint, shared: Record<string, Schema>): Schema {
  const { body, definition, elsewhere, method, takesFile } = endpoint;
  if (takesFile) {
    const file = { schema: { type: "string", description: "The file itself." } };
    return { required: true, content: Object.fromEntries(takesFile.map((type) => [type, file])) };
  }
  if (body)
    return { required: true, content: { "application/json": { schema: schemaOf(body, "input", shared) } } };
  const whole = schemaOf(definition.input, "input", shared) as {
    properties?: Record<string, Schema>;
    required?: string[];
  };
  const kept = Object.entries(whole.properties ?? {}).filter(([name]) => !elsewhere.includes(name));
  const names = kept.map(([name]) => name);
  const required = method === "PATCH" ? [] : (whole.required ?? []).filter((name) => names.includes(name));
  const schema = {
    type: "object",
    properties: Object.fromEntries(kept),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
  return { required: required.length > 0, content: { "application/json": { schema } } };
}

function problemsOf(endpoint: Endpoint): Record<string, Schema> {
  const problems = problemsOfEndpoint(endpoint);
  const statuses = [...new Set(problems.map(({ status }) => status))];
  return Object.fromEntries(
    statuses.map((status) => {
      const codes = problems.filter((problem) => problem.status === status).map(({ code }) => `\`${code}\``);
      const content = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } };
      return [status, { description: `The problem has one of these codes: ${codes.join(", ")}.`, content }];
    }),
  );
}

/** Turns a zod schema to JSON schema. Schemas with an id of their own move to the document's components. */
function schemaOf(schema: z.ZodType, io: "input" | "output", shared: Record<string, Schema>): Schema {
  const {
    $schema: _,
    $defs = {},
    ...made
  } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override: ({ jsonSchema }) => {
      const { properties } = jsonSchema;
      if (io === "output" || !properties) return;
      for (const name of amountFields) {
        if (properties[name] !== undefined) properties[name] = moneyInput(properties[name]);
      }
    },
  }) as Schema & { $defs?: Record<string, Schema> };
  for (const [id, definition] of Object.entries($defs)) shared[id] = withoutIds(definition) as Schema;
  const id = made.id;
  if (typeof id === "string") {
    shared[id] = withoutIds(made) as Schema;
    return { $ref: `#/components/schemas/${id}` };
  }
  return withoutIds(made) as Schema;
}

/** Describes an amount that is sent: as `Money`, or null where the command takes nothing. */
function moneyInput(schema: unknown): Schema {
  const takesNothing = JSON.stringify(schema).includes('"null"');
  const reference = { $ref: "#/components/schemas/Money" };
  return takesNothing ? { anyOf: [reference, { type: "null" }] } : reference;
}

/** Points references at the components, and drops the ids that led there. */
function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]): [string, unknown][] => {
      if (name === "id" && typeof one === "string") return [];
      if (name === "$ref" && typeof one === "string")
        return [[name, one.replace("#/$defs/", "#/components/schemas/")]];
      return [[name, withoutIds(one)]];
    }),
  );
}

const problemSchema: Schema = {
  type: "object",
  description:
    "This is a problem as RFC 9457 describes it. Rely on `code`: the sentences are for people and can change.",
  properties: {
    type: { type: "string", description: "This path leads to the page about the problem." },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    code: { type: "string" },
    requestId: { type: "string" },
    errors: {
      type: "array",
      items: {
        type: "object",
        properties: {
          pointer: {
            type: "string",
            description: "This is a JSON pointer into the body, or `?name` for a parameter.",
          },
          detail: { type: "string" },
        },
        required: ["pointer", "detail"],
      },
    },
    data: {
      type: "object",
      description: "This holds the facts behind the refusal. They depend on the code.",
    },
  },
  required: ["type", "title", "status", "detail", "code", "requestId"],
};
