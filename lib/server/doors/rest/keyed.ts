import "server-only";
import { randomUUID } from "node:crypto";
import { ctxOfKey, type KeyCaller } from "../../api-keys/ctx-of-key";
import { logRequest } from "../../api-keys/log-request";
import type { Ctx } from "../../kernel/ctx";
import { log } from "../../kernel/log";
import { type Door, through } from "../../kernel/telemetry/door";
import { limiting } from "./limit";
import { errorResponse, ProblemError } from "./problem";

/**
 * Returns what answers requests that bring a key: it finds who asks, counts the request against the key's limit, and has it
 * answered. Each answer names its request, and the log of the key keeps it.
 */
export function keyed(
  door: Door,
  requestsPerMinute: number,
  answer: (request: Request, ctx: Ctx) => Promise<Response>,
) {
  const limitOf = limiting(requestsPerMinute);
  return async (request: Request): Promise<Response> => {
    const begun = performance.now();
    const caller = await callerOf(request);
    const requestId = caller?.ctx.requestId ?? randomUUID();
    const limit = caller && (await limitOf(caller.keyId));
    const refused = caller ? new ProblemError("too_many_requests") : unauthorized;
    const answered =
      caller && limit?.allowed
        ? await through(door, () => answer(request, caller.ctx))
        : errorResponse(refused, requestId);
    // The headers of an answer that a library made can be closed.
    const response = new Response(answered.body, answered);
    const headers = {
      ...limit?.headers,
      "x-request-id": requestId,
      "cache-control": "no-store, no-transform",
    };
    for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
    if (caller) {
      const { method } = request;
      const { pathname: path } = new URL(request.url);
      const told = { method, path, status: response.status, ms: performance.now() - begun };
      await logRequest(caller.ctx, caller.keyId, told).catch((err: unknown) =>
        log.error({ err, requestId }, "A request of the API was not logged"),
      );
    }
    return response;
  };
}

/** Returns who asks by the key or access token of the request, or null if no key counts by it. */
export async function callerOf(request: Request): Promise<KeyCaller | null> {
  const [, secret] = /^Bearer ([\x21-\x7e]{1,2000})$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  return secret ? ctxOfKey(secret, new Date()) : null;
}

const unauthorized = new ProblemError("unauthorized", undefined, [], {
  "www-authenticate": 'Bearer realm="Order Desk"',
});
