import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { measure } from "../kernel/telemetry/instruments";

/** Lists which requests come by which door, the first match first. Addresses themselves are too many, and some are secret. */
const doors = [
  [/^\/api\/v1(\/|$)/, "api"],
  [/^\/api\/mcp$/, "mcp"],
  [/^\/tmf-api\//, "tmf622"],
  [/^\/api\/(provisioning|payments)\//, "callback"],
  [/^\/api\/(auth|oauth)\//, "sign_in"],
  [/^\/api\/(health|ready|metrics)$/, "probe"],
  [/^\/api\/(?!docs)/, "other"],
  [/^\/(_next\/|favicon\.ico|icon\.svg)/, "asset"],
] as const;

/** Names the door of a request by its address. */
export function doorOfRequest({ url = "/", headers }: Pick<IncomingMessage, "url" | "headers">): string {
  const [path = "/"] = url.split("?");
  const found = doors.find(([pattern]) => pattern.test(path));
  if (found) return found[1];
  return headers["next-action"] === undefined ? "page" : "action";
}

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** Names the channel on which Node.js tells of each request that begins. */
export const requestStart = "http.server.request.start";

/** Measures each request that the web server of this process answers. An answer that stays open for changes is not one of them. */
export function measureRequests(): void {
  subscribe(requestStart, (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const begun = performance.now();
    const door = doorOfRequest(request);
    response.once("close", () => {
      const type = String(response.getHeader("content-type") ?? "");
      if (!response.headersSent || type.startsWith("text/event-stream")) return;
      const { method = "GET" } = request;
      measure("http.server.request.duration", (performance.now() - begun) / 1000, {
        "http.request.method": methods.includes(method) ? method : "_OTHER",
        "http.response.status_code": response.statusCode,
        "order_desk.door": door,
      });
    });
  });
}
