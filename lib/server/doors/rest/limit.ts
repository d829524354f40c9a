import "server-only";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/** Says how much of a key's limit is left. */
export type Limit = {
  readonly allowed: boolean;
  /** Tells callers about it, as the IETF's draft of RateLimit header fields has them. */
  readonly headers: Readonly<Record<string, string>>;
};

/**
 * Returns what counts the requests of each key, so that one program that goes wrong leaves room for others. Each web process
 * counts for itself.
 */
export function limiting(requestsPerMinute: number): (keyId: string) => Promise<Limit> {
  const limiter = new RateLimiterMemory({ points: requestsPerMinute, duration: 60 });
  const policy = `"key";q=${requestsPerMinute};w=60`;
  return async (keyId) => {
    const counted = await limiter.consume(keyId).catch((thrown: unknown) => {
      if (thrown instanceof RateLimiterRes) return thrown;
      throw thrown;
    });
    const allowed = counted.consumedPoints <= requestsPerMinute;
    const seconds = Math.max(1, Math.ceil(counted.msBeforeNext / 1000));
    return {
      allowed,
      headers: {
        "ratelimit-policy": policy,
        ratelimit: `"key";r=${Math.max(0, counted.remainingPoints)};t=${seconds}`,
        ...(!allowed && { "retry-after": String(seconds) }),
      },
    };
  };
}
