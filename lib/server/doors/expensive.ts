import "server-only";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { type ExpensiveCall, expensiveCalls } from "@/lib/domain/expensive-calls";

const limiters = Object.fromEntries(
  Object.entries(expensiveCalls).map(([call, points]) => [
    call,
    new RateLimiterMemory({ keyPrefix: call, points, duration: 60 }),
  ]),
) as Record<ExpensiveCall, RateLimiterMemory>;

/**
 * Counts a call of a session that takes the server long. Returns the refusal of one too many, which says when to ask again.
 * Each web process counts for itself.
 */
export async function tooOften(call: ExpensiveCall, sessionId: string): Promise<Response | null> {
  try {
    await limiters[call].consume(sessionId);
    return null;
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    return new Response(`You asked for this too often. Try again in ${seconds} seconds.`, {
      status: 429,
      headers: { "retry-after": String(seconds), "cache-control": "no-store" },
    });
  }
}
