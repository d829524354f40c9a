import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { ctxOfKey } from "../../api-keys/ctx-of-key";
import { logRequest } from "../../api-keys/log-request";
import type { Ctx } from "../../kernel/ctx";
import { log } from "../../kernel/log";
import { organizationCurrency } from "../../organizations/currency";
import { readText } from "../../outside/read-text";
import { streamOf } from "../stream";
import type { Answered, Asked, Endpoint } from "./endpoint";
import { endpoints } from "./endpoints";
import { type Limit, limiting } from "./limit";
import { holdsMoney, takeMoney } from "./money";
import { errorResponse, fieldsOf, inAddress, ProblemError, refusalResponse } from "./problem";

/** Is the path below which the API stands. */
const apiBase = "/api/v1";

const longestBody = 1_048_576;

/**
 * Returns what answers the requests of the API: it finds who asks by their key, the endpoint and what they ask of it, calls the
 * definition, and answers its result or problem. Each answer names its request, and the log of the key keeps it.
 */
export function apiServer({ requestsPerMinute }: { requestsPerMinute: number }) {
  const limitOf = limiting(requestsPerMinute);
  return async (request: Request): Promise<Response> => {
    const begun = performance.now();
    const url = new URL(request.url);
    const caller = await callerOf(request);
    const requestId = caller?.ctx.requestId ?? randomUUID();
    const limit = caller && (await limitOf(caller.keyId));
    const response = await (caller && limit
      ? answer(request, url, caller.ctx, limit)
      : unauthorized(requestId));
    const headers = { ...limit?.headers, "x-request-id": requestId, "cache-control": "no-store" };
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    if (caller) {
      const ms = performance.now() - begun;
      const { method } = request;
      const { pathname: path } = url;
      await logRequest(caller.ctx, caller.keyId, { method, path, status: response.status, ms }).catch(
        (err: unknown) => log.error({ err, requestId }, "A request of the API was not logged"),
      );
    }
    return response;
  };
}

async function callerOf(request: Request) {
  const [, secret] = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  return secret ? ctxOfKey(secret, new Date()) : null;
}

function unauthorized(requestId: string): Response {
  const headers = { "www-authenticate": 'Bearer realm="Order Desk"' };
  return errorResponse(new ProblemError("unauthorized", undefined, [], headers), requestId);
}

async function answer(request: Request, url: URL, ctx: Ctx, limit: Limit): Promise<Response> {
  const { requestId, locale } = ctx;
  // Next answers a HEAD as the GET without its body.
  const method = request.method === "HEAD" ? "GET" : request.method;
  const read = { method, names: [] as string[] };
  try {
    if (!limit.allowed) throw new ProblemError("too_many_requests");
    const { endpoint, names } = findEndpoint(method, url.pathname.slice(apiBase.length));
    read.names = Object.keys(names);
    const asked = await readRequest(request, url, endpoint, names, ctx);
    const result = await endpoint.serve(ctx, asked);
    if (!result.ok) return refusalResponse(result.refusal, locale, requestId);
    return told(endpoint, asked, result.value);
  } catch (error) {
    return errorResponse(error, requestId, read);
  }
}

/** Answers what the endpoint describes, and nothing else that its definition happens to know. */
function told(
  endpoint: Endpoint,
  { dryRun, idempotencyKey }: Asked,
  { body, file, version, location, replayed }: Answered,
): Response {
  const headers = new Headers();
  if (file && endpoint.answersFile) {
    headers.set("content-type", `${endpoint.answersFile}; charset=utf-8`);
    headers.set("content-disposition", `attachment; filename="${file.name}"`);
    return new Response(streamOf(file.text), { headers });
  }
  if (version !== undefined) headers.set("etag", `"${version}"`);
  if (location !== undefined) headers.set("location", `${apiBase}${location}`);
  if (idempotencyKey !== undefined && !dryRun) headers.set("idempotent-replayed", String(Boolean(replayed)));
  const answer = endpoint.answer.safeParse(body);
  if (!answer.success) {
    throw new Error(`${endpoint.method} ${endpoint.path} answers otherwise than described`, {
      cause: answer.error,
    });
  }
  return Response.json(answer.data, { status: dryRun ? 200 : endpoint.status, headers });
}

const routes = endpoints.map((endpoint) => ({
  endpoint,
  pattern: new RegExp(`^${endpoint.path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`),
}));

/** Returns the endpoint of a request and what its path names. @throws ProblemError */
function findEndpoint(method: string, path: string) {
  const found = routes.flatMap(({ endpoint, pattern }) => {
    const match = pattern.exec(path);
    return match ? [{ endpoint, names: decoded(match.groups ?? {}) }] : [];
  });
  const one = found.find(({ endpoint }) => endpoint.method === method);
  if (one) return one;
  if (found.length === 0) throw new ProblemError("no_such_path");
  const allow = found.map(({ endpoint }) => endpoint.method).join(", ");
  throw new ProblemError("method_not_allowed", undefined, [], { allow });
}

/** Returns what the path names. What no text of ours can be is the name of nothing. @throws ProblemError */
function decoded(names: Record<string, string>): Record<string, string> {
  try {
    const read = Object.entries(names).map(([name, value]) => [name, decodeURIComponent(value)] as const);
    if (read.every(([, value]) => !/[\p{Cc}\p{Cs}]/u.test(value))) return Object.fromEntries(read);
  } catch {
    // A broken escape in the path leads nowhere either.
  }
  throw new ProblemError("not_found");
}

async function readRequest(
  request: Request,
  url: URL,
  endpoint: Endpoint,
  path: Record<string, string>,
  ctx: Ctx,
): Promise<Asked> {
  const changes = endpoint.method !== "GET";
  return {
    path,
    ...readParameters(url, endpoint, changes),
    body: changes && !endpoint.takesFile ? await readBody(request, endpoint, ctx) : {},
    file: fileOf(request, endpoint),
    version: changes ? readVersion(request, endpoint) : undefined,
    idempotencyKey: changes ? (request.headers.get("idempotency-key") ?? undefined) : undefined,
  };
}

const dryRunParameter = { dryRun: z.enum(["true", "false"]).optional() };

function readParameters(url: URL, endpoint: Endpoint, changes: boolean) {
  const sent: Record<string, string | string[]> = {};
  for (const name of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(name);
    sent[name] = values.length === 1 ? (values[0] ?? "") : values;
  }
  const own = endpoint.parameters ?? z.strictObject({});
  const shape = changes ? own.extend(dryRunParameter) : own;
  const read = shape.safeParse(sent);
  if (!read.success) {
    throw new ProblemError("invalid_parameter", undefined, fieldsOf(read.error).map(inAddress));
  }
  const parameters: Record<string, unknown> = read.data;
  return { parameters, dryRun: changes && parameters.dryRun === "true" };
}

/** Returns the body of an endpoint that takes a file, unread. @throws ProblemError */
function fileOf(request: Request, { takesFile }: Endpoint): AsyncIterable<Uint8Array> {
  if (takesFile && (!request.body || !takesFile.includes(contentTypeOf(request) ?? "")))
    throw new ProblemError("not_a_file");
  return request.body ?? nothing;
}

const nothing: AsyncIterable<Uint8Array> = { async *[Symbol.asyncIterator]() {} };

function contentTypeOf(request: Request): string | undefined {
  return request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
}

async function readBody(request: Request, endpoint: Endpoint, ctx: Ctx): Promise<Record<string, unknown>> {
  const text = await readText(request.body, longestBody);
  if (text === "") return {};
  const type = contentTypeOf(request);
  if (type !== "application/json" && type !== "application/merge-patch+json")
    throw new ProblemError("not_json");
  const sent = parseJson(text);
  const known = z.record(z.string(), z.unknown()).safeParse(sent);
  if (!known.success) throw new ProblemError("invalid_body", "Send the fields as one JSON object.");
  const errors = [...endpoint.elsewhere, "idempotencyKey"]
    .filter((name) => Object.hasOwn(known.data, name))
    .map((name) => ({ pointer: `/${name}`, detail: "This call has no such field." }));
  if (errors.length > 0) throw new ProblemError("invalid_body", undefined, errors);
  if (!holdsMoney(known.data)) return known.data;
  const { body, wrong } = takeMoney(known.data, await organizationCurrency(ctx));
  if (wrong.length === 0) return body;
  const amounts = wrong.map(({ path, message }) => ({ pointer: path, detail: message }));
  throw new ProblemError("invalid_body", undefined, amounts);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemError("invalid_json");
  }
}

/** Returns the version that `If-Match` names, as an `ETag` of ours has it. */
function readVersion(request: Request, { ifMatch }: Endpoint): number | undefined {
  const header = request.headers.get("if-match");
  if (ifMatch === "needed" && header === null) throw new ProblemError("version_needed");
  if (header === null || ifMatch === "none") return undefined;
  const [, version] = /^(?:W\/)?"([1-9]\d{0,9})"$/.exec(header.trim()) ?? [];
  if (version === undefined) throw new ProblemError("changed_meanwhile");
  return Number(version);
}
