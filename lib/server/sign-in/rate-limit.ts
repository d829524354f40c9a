import "server-only";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { unscoped } from "../kernel/db";

const quarterHour = 15 * 60;

/** Limits the attempts within a quarter of an hour, after which sign-in is closed for the rest of it. */
export const signInLimits = { email: 10, address: 100 } as const;

/** Gives the limiter our own pool, in the shape of a pg client. */
const store = {
  async query({ text, values }: { text: string; values: unknown[] }) {
    const rows = await unscoped().$queryRawUnsafe<Record<string, unknown>[]>(text, ...values);
    return { rows: rows.map(withNumbers), rowCount: rows.length };
  },
};

function withNumbers(row: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, typeof value === "bigint" ? Number(value) : value]),
  );
}

function limiter(keyPrefix: string, points: number) {
  return new RateLimiterPostgres({
    storeClient: store,
    storeType: "client",
    tableName: "rate_limits",
    tableCreated: true,
    clearExpiredByTimeout: true,
    keyPrefix,
    points,
    duration: quarterHour,
  });
}

const limiters = {
  email: limiter("sign-in-email", signInLimits.email),
  address: limiter("sign-in-address", signInLimits.address),
};

export interface Attempt {
  email: string;
  address: string;
}

/**
 * Counts an attempt before it is checked, so that simultaneous attempts all count. Answers the seconds to wait, 0 to go on.
 */
export async function countAttempt({ email, address }: Attempt): Promise<number> {
  const waits = await Promise.all([wait(limiters.address, address), wait(limiters.email, email)]);
  return Math.max(...waits);
}

/** Forgets the attempts of the email after a success, and removes this one from the address. */
export async function forgiveAttempt({ email, address }: Attempt): Promise<void> {
  await Promise.all([limiters.email.delete(email), limiters.address.reward(address, 1)]);
}

async function wait(limit: RateLimiterPostgres, key: string): Promise<number> {
  try {
    await limit.consume(key);
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw refused;
  }
}

/** Limits what else can be tried about how people sign in, within a quarter of an hour. */
export const tryLimits = {
  /** Of the current password, by a person who is signed in. */
  current_password: 10,
  /** Of a link for a forgotten password, by email and by address. */
  link_email: 3,
  link_address: 30,
  /** Of a new email address, by a person who is signed in. */
  new_email: 5,
} as const;

export type LimitedTry = keyof typeof tryLimits;

const otherLimiters = Object.fromEntries(
  Object.entries(tryLimits).map(([name, points]) => [name, limiter(name, points)]),
) as Record<LimitedTry, RateLimiterPostgres>;

/** Counts a try before it is checked. Answers the seconds to wait, 0 to go on. */
export function countTry(limit: LimitedTry, key: string): Promise<number> {
  return wait(otherLimiters[limit], key);
}

/** Forgets the tries after a success. */
export async function forgiveTries(limit: LimitedTry, key: string): Promise<void> {
  await otherLimiters[limit].delete(key);
}
