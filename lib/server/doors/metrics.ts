import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { config } from "../kernel/config";
import { telemetry } from "../telemetry/running";

/**
 * Answers the metrics of this process to readers that send the token of METRICS_TOKEN. Without that setting, we answer 404. See
 * docs/operations.md, "Metrics".
 */
export async function answerMetrics(authorization: string | null): Promise<Response> {
  const { metricsToken } = config();
  const measured = telemetry();
  if (!metricsToken || !measured) return new Response("There is nothing here.\n", { status: 404, headers });
  const [, sent = ""] = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(authorization ?? "") ?? [];
  if (!timingSafeEqual(digest(sent), digest(metricsToken))) {
    const asks = { ...headers, "www-authenticate": 'Bearer realm="Order Desk metrics"' };
    return new Response("Send the token of METRICS_TOKEN.\n", { status: 401, headers: asks });
  }
  const answer = { ...headers, "content-type": "text/plain; version=0.0.4; charset=utf-8" };
  return new Response(await measured.metricsText(), { headers: answer });
}

const headers = { "cache-control": "no-store", "content-type": "text/plain; charset=utf-8" };

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
