import "server-only";
import { z } from "zod";
import { isObject } from "@/lib/domain/values/object";
import type { Ctx } from "../../kernel/ctx";
import { organizationCurrency } from "../../organizations/currency";
import { readText } from "../../outside/read-text";
import { streamOf } from "../stream";
import type { Answered, Asked, Connection, Endpoint } from "./endpoint";
import { endpoints } from "./endpoints";
import { callerOf, keyed } from "./keyed";
import { holdsMoney, takeMoney } from "./money";
import { errorResponse, fieldsOf, inAddress, ProblemError, refusalResponse } from "./problem";
import { deprecationHeaders } from "./version";

/** Is the path below which the API stands. */
const apiBase = "/api/v1";

const longestBody = 1_048_576;

/** Returns what answers the requests of the API. */
export function apiServer({ requestsPerMinute }: { requestsPerMinute: number }) {
  return keyed("api", requestsPerMinute, answerRequest);
}

/** Finds the endpoint and what is asked of it, calls the definition, and answers its result or problem. */
export async function answerRequest(request: Request, ctx: Ctx): Promise<Response> {
  const url = new URL(request.url);
  const { requestId } = ctx;
  // Next answers a HEAD as the GET without its body.
  const method = request.method === "HEAD" ? "GET" : request.method;
  try {
    const { endpoint, names } = findEndpoint(method, url.pathname.slice(apiBase.length));
    const response = await answerOf(endpoint, request, url, names, ctx).catch((error: unknown) =>
      errorResponse(error, requestId, { method, names: Object.keys(names) }),
    );
    const fields = endpoint.deprecated ? deprecationHeaders(endpoint.deprecated) : {};
    for (const [name, value] of Object.entries(fields)) response.headers.set(name, value);
    return response;
  } catch (error) {
    return errorResponse(error, requestId, { method, names: [] });
  }
}

/** Answers what this endpoint is asked for. It throws what `errorResponse` tells. */
async function answerOf(
  endpoint: Endpoint,
  request: Request,
  url: URL,
  names: Record<string, string>,
  ctx: Ctx,
): Promise<Response> {
  const { requestId, locale } = ctx;
  const asked = await readRequest(request, url, endpoint, names, ctx);
  if (endpoint.stream && accepts(request, streamed)) {
    const stream = await endpoint.stream(ctx, asked, connectionOf(request));
    if (!stream.ok) return refusalResponse(stream.refusal, locale, requestId);
    // A proxy that collects bytes would delay every event.
    return new Response(stream.value, { headers: { "content-type": streamed, "x-accel-buffering": "no" } });
  }
  const result = await endpoint.serve(ctx, asked);
  if (!result.ok) return refusalResponse(result.refusal, locale, requestId);
  return told(endpoint, asked, result.value);
}

const streamed = "text/event-stream";

function accepts(request: Request, type: string): boolean {
  return (request.headers.get("accept") ?? "").toLowerCase().includes(type);
}

function connectionOf(request: Request): Connection {
  return {
    lastEventId: request.headers.get("last-event-id") ?? undefined,
    signal: request.signal,
    again: async () => (await callerOf(request))?.ctx ?? null,
  };
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
  // An entry named “__proto__” is a name like any other. An assignment would change the object instead.
  const sent = Object.fromEntries(
    [...new Set(url.searchParams.keys())].map((name) => {
      const values = url.searchParams.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
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
  if (!isObject(sent)) throw new ProblemError("invalid_body", "Send the fields as one JSON object.");
  const errors = [...endpoint.elsewhere, "idempotencyKey"]
    .filter((name) => Object.hasOwn(sent, name))
    .map((name) => ({ pointer: `/${name}`, detail: "This call has no such field." }));
  if (errors.length > 0) throw new ProblemError("invalid_body", undefined, errors);
  if (!holdsMoney(sent)) return sent;
  const { body, wrong } = takeMoney(sent, await organizationCurrency(ctx));
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
