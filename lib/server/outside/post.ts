import "server-only";
import { STATUS_CODES } from "node:http";
import { type Agent, fetch } from "undici";
import type { Silence } from "@/lib/domain/refusing/silence";
import { measure } from "../kernel/telemetry/instruments";
import type { SecretOf } from "../secrets/seal";
import { endpointFault } from "./endpoint-fault";
import { readStart } from "./read-text";
import { Walled, walledAgent, wallOf } from "./wall";

/** Holds an answer, whatever its status, or the reason why there is none. Of a long answer it has the beginning. */
export type Posted =
  | { answered: true; status: number; text: string; whole: boolean; retryAfter: string | null }
  | { answered: false; silence: Exclude<Silence, { is: "status" }> };

type How = {
  /** Says what the address is of, such as "vendor". */
  asked: SecretOf;
  headers: Record<string, string>;
  timeoutSeconds: number;
  signal: AbortSignal | undefined;
};

const longestAnswer = 65_536;

let agent: Agent | undefined;

/**
 * Sends JSON to an address that may be called from here, follows no redirect and reads an answer of limited length. It throws
 * only when it is told to stop. Never call it inside a transaction. See docs/domain.md, section 3, "Calls".
 */
export async function post(endpoint: string, body: string, how: How): Promise<Posted> {
  const begun = performance.now();
  const posted = await sendTo(endpoint, body, how);
  measure("http.client.request.duration", (performance.now() - begun) / 1000, {
    "order_desk.asked": how.asked,
    ...(posted.answered
      ? { "http.response.status_code": posted.status in STATUS_CODES ? posted.status : "_OTHER" }
      : { "error.type": posted.silence.is }),
  });
  return posted;
}

async function sendTo(endpoint: string, body: string, how: How): Promise<Posted> {
  const { headers, timeoutSeconds, signal } = how;
  if (endpointFault(endpoint)) return { answered: false, silence: { is: "not_allowed" } };

  agent ??= walledAgent(wallOf());
  const timeUp = AbortSignal.timeout(timeoutSeconds * 1000);
  try {
    const response = await fetch(endpoint, {
      method: "POST",
      body,
      headers: { "content-type": "application/json", ...headers },
      redirect: "manual",
      dispatcher: agent,
      signal: signal ? AbortSignal.any([signal, timeUp]) : timeUp,
    });
    const start = await readStart(response.body, longestAnswer);
    const { status } = response;
    return { answered: true, status, ...start, retryAfter: response.headers.get("retry-after") };
  } catch (error) {
    if (signal?.aborted) throw error;
    if (timeUp.aborted) return { answered: false, silence: { is: "late", seconds: timeoutSeconds } };
    const walled = error instanceof Error && error.cause instanceof Walled;
    return { answered: false, silence: { is: walled ? "not_allowed" : "unreachable" } };
  }
}
