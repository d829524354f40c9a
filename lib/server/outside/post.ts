import "server-only";
import type { Silence } from "@/lib/domain/refusing/silence";
import { endpointProblem } from "@/lib/domain/values/endpoint";
import { config } from "../kernel/config";
import { readStart } from "./read-text";

/** Holds an answer, whatever its status, or the reason why there is none. Of a long answer it has the beginning. */
export type Posted =
  | { answered: true; status: number; text: string; whole: boolean; retryAfter: string | null }
  | { answered: false; silence: Exclude<Silence, { is: "status" }> };

const longestAnswer = 65_536;

/**
 * Sends JSON to an address that may be called from here, follows no redirect and reads an answer of limited length. It throws
 * only when it is told to stop. Never call it inside a transaction. See docs/domain.md, section 3, "Calls".
 */
export async function post(
  endpoint: string,
  body: string,
  how: { headers: Record<string, string>; timeoutSeconds: number; signal: AbortSignal | undefined },
): Promise<Posted> {
  const { headers, timeoutSeconds, signal } = how;
  const problem = endpointProblem(endpoint, { loopback: config().embedded });
  if (problem) return { answered: false, silence: { is: "not_allowed" } };

  const timeUp = AbortSignal.timeout(timeoutSeconds * 1000);
  try {
    const response = await fetch(endpoint, {
      method: "POST",
      body,
      headers: { "content-type": "application/json", ...headers },
      redirect: "manual",
      signal: signal ? AbortSignal.any([signal, timeUp]) : timeUp,
    });
    const start = await readStart(response.body, longestAnswer);
    const { status } = response;
    return { answered: true, status, ...start, retryAfter: response.headers.get("retry-after") };
  } catch (error) {
    if (signal?.aborted) throw error;
    if (timeUp.aborted) return { answered: false, silence: { is: "late", seconds: timeoutSeconds } };
    return { answered: false, silence: { is: "unreachable" } };
  }
}
