import "server-only";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { expect } from "vitest";
import type { KeyRole } from "@/lib/domain/api-key";
import { openApiDocument } from "../doors/rest/openapi";
import { requestProblems } from "../doors/rest/problem";
import { apiServer } from "../doors/rest/serve";
import { makeApiKey } from "./factories/api-keys";
import { makeAccount, makeProduct, type TestOrganization } from "./factories/basics";

/** Holds an answer of the API, with its body read. */
export type ApiAnswer = {
  status: number;
  headers: Headers;
  // A test knows what it asked for, and the OpenAPI document has been held against it.
  // biome-ignore lint/suspicious/noExplicitAny: the document has checked the form
  body: any;
};

const serveApi = apiServer({ requestsPerMinute: 1_000_000 });

type Sent = { body?: unknown; headers?: Record<string, string>; text?: string };

/**
 * Returns a caller of the API with this key. Each answer is held against the OpenAPI document, so that every test that calls
 * the API tests the document too.
 */
export function apiWith(key: string | null, serve = serveApi) {
  return async (method: string, path: string, { body, headers, text }: Sent = {}): Promise<ApiAnswer> => {
    const sent = text ?? (body === undefined ? null : JSON.stringify(body));
    const response = await serve(
      new Request(`http://order-desk.test/api/v1${path}`, {
        method,
        ...(sent !== null && { body: sent }),
        headers: {
          ...(key && { authorization: `Bearer ${key}` }),
          ...(sent !== null && { "content-type": "application/json" }),
          ...headers,
        },
      }),
    );
    const isText = response.headers.get("content-type")?.startsWith("text/");
    const read = await (isText ? response.text() : response.json());
    const answer = { status: response.status, headers: response.headers, body: read };
    requireDescribed(method, path, answer);
    requireTakenAsDescribed(method, path, sent, answer);
    return answer;
  };
}

type Content = Record<string, { schema: object }>;
type Operation = {
  parameters: { name: string; in: string }[];
  requestBody?: { content: Content };
  responses: Record<string, { description: string; content: Content }>;
};

const document = openApiDocument() as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object> };
};
const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
ajv.addSchema({ $id: "api", components: document.components });
const validators = new Map<object, ReturnType<typeof ajv.compile>>();

/** Requires that the document has this answer: its status, its type and its form. @throws Error */
function requireDescribed(method: string, path: string, answer: ApiAnswer): void {
  const type = answer.headers.get("content-type")?.split(";")[0] ?? "";
  const operation = operationOf(method, path.split("?")[0] ?? "");
  // What no operation is for has a problem as its answer, which stands in the document once.
  const schema = operation
    ? operation.responses[answer.status]?.content[type]?.schema
    : { $ref: "#/components/schemas/Problem" };
  if (!schema)
    throw new Error(
      `The document has no ${answer.status} of ${type} for ${method} ${path}: ${JSON.stringify(answer.body)}`,
    );
  const wrong = faultsOf(schema, answer.body);
  if (wrong)
    throw new Error(`${method} ${path} is not as described: ${wrong}\n${JSON.stringify(answer.body)}`);
  const { code } = answer.body ?? {};
  if (
    operation &&
    answer.status >= 400 &&
    !operation.responses[answer.status]?.description.includes(`\`${code}\``)
  )
    throw new Error(`The document does not say that ${method} ${path} can answer ${code}.`);
}

/**
 * Requires that a request is as the document describes it, unless the answer is a problem of the request itself. Somebody who
 * knows only the document could then have sent it. @throws Error
 */
function requireTakenAsDescribed(
  method: string,
  path: string,
  sent: string | null,
  { status, body }: ApiAnswer,
) {
  const [named = "", query = ""] = path.split("?");
  const operation = operationOf(method, named);
  if (!operation || (status >= 400 && body.code in requestProblems)) return;
  const parameters = new Set(
    operation.parameters.filter((one) => one.in === "query").map(({ name }) => name),
  );
  const unknown = [...new URLSearchParams(query).keys()].find((name) => !parameters.has(name));
  if (unknown !== undefined) throw new Error(`The document has no ${unknown} for ${method} ${named}.`);
  const schema = operation.requestBody?.content["application/json"]?.schema;
  if (!schema || sent === null) return;
  const wrong = faultsOf(schema, JSON.parse(sent));
  if (wrong)
    throw new Error(
      `${method} ${path} took a body that is not as described: ${wrong}\n${sent}\n${JSON.stringify(body)}`,
    );
}

/** Tells what of a value is not as a schema of the document says, or null. */
function faultsOf(schema: object, value: unknown): string | null {
  const validate = validators.get(schema) ?? ajv.compile(pointingAt(schema) as object);
  validators.set(schema, validate);
  return validate(value) ? null : ajv.errorsText(validate.errors);
}

function operationOf(method: string, path: string): Operation | undefined {
  const found = Object.entries(document.paths).filter(([pattern]) =>
    new RegExp(`^${pattern.replace(/\{\w+\}/g, "[^/]+")}$`).test(path),
  );
  return found
    .map(([, operations]) => operations[method.toLowerCase()])
    .find((operation) => operation !== undefined);
}

function pointingAt(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll('"#/components/', '"api#/components/'));
}

/** Returns a caller of the API with a new key of this role. */
export async function apiAs(organization: TestOrganization, role: KeyRole = "operator", serve = serveApi) {
  return apiWith((await makeApiKey(organization, { role })).secret, serve);
}

/** Expects a problem of this status and code, and returns it. */
export function expectProblem({ status, headers, body }: ApiAnswer, expected: number, code: string) {
  expect([status, body.code]).toEqual([expected, code]);
  expect(headers.get("content-type")).toBe("application/problem+json");
  expect(body).toMatchObject({ status, type: `/api/docs/problems/${code}` });
  expect(body.requestId).toBe(headers.get("x-request-id"));
  return body;
}

/** Returns the body of a new order of so many units of one product, for an account that can owe anything. */
export async function newOrderBody(organization: TestOrganization, quantity = 10) {
  const { id: accountId } = await makeAccount(organization, { creditLimit: null });
  const { id: productId } = await makeProduct(organization, { price: "12.50" });
  return { accountId, items: [{ productId, quantity }] };
}
