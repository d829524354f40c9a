import "server-only";
import type { Ctx } from "../../kernel/ctx";
import { answerRequest } from "../rest/serve";

/** Makes the call of our own API, with the idempotency key that was sent. */
export function ask(
  ctx: Ctx,
  request: Request,
  method: string,
  path: string,
  body: object,
  more: Record<string, string> = {},
): Promise<Response> {
  const key = request.headers.get("idempotency-key");
  const headers = { "content-type": "application/json", ...(key && { "idempotency-key": key }), ...more };
  return answerRequest(
    new Request(`http://tmf.invalid/api/v1${path}`, { method, headers, body: JSON.stringify(body) }),
    ctx,
  );
}
