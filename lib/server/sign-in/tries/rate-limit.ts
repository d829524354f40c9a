import "server-only";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { addressLimit } from "@/lib/domain/sign-in/lockout";
import { unscoped } from "../../kernel/db";

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
    duration: addressLimit.minutes * 60,
  });
}

const ofAddress = limiter("sign-in-address", addressLimit.tries);

/**
 * Counts a try of an address before it is checked, so that simultaneous tries all count. Returns the seconds to wait, 0 to go
 * on, and whether this is the last try before the address is locked.
 */
export async function countTryOf(address: string): Promise<{ waitSeconds: number; last: boolean }> {
  const { waitSeconds, left } = await consume(ofAddress, address);
  return { waitSeconds, last: waitSeconds === 0 && left === 0 };
}

/** Counts one try. Returns the seconds to wait, 0 to go on, and how many tries are left. */
async function consume(
  limit: RateLimiterPostgres,
  key: string,
): Promise<{ waitSeconds: number; left: number }> {
  try {
    const { remainingPoints } = await limit.consume(key);
    return { waitSeconds: 0, left: remainingPoints };
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return { waitSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)), left: 0 };
  }
}

/** Takes back a try of the address that did not fail. */
export async function takeBackTryOf(address: string): Promise<void> {
  await ofAddress.reward(address, 1);
}

/** Bounds what else can be tried about signing in, within a quarter of an hour. */
export const tryLimits = {
  /** Limits tries of the current password, by person. */
  current_password: 10,
  /** Limit links for a forgotten password, by email and by network address. */
  link_email: 3,
  link_address: 30,
  /** Limits first codes of an authenticator app, by person. */
  app_code: 10,
  /** Limits second factors of one person, from all unknown devices together. */
  second_factor: 20,
  /** Limits questions for a passkey alone, by address. */
  passkey_question: 100,
  /** Limits changes of the email address, by person. */
  new_email: 5,
  /** Limits new passwords, by link. */
  chosen_password: 10,
  /** Of invitations that people of an account send, by account. */
  colleague_invitation: 30,
} as const;

export type LimitedTry = keyof typeof tryLimits;

const otherLimiters = Object.fromEntries(
  Object.entries(tryLimits).map(([name, points]) => [name, limiter(name, points)]),
) as Record<LimitedTry, RateLimiterPostgres>;

/** Counts a try before it is checked. Answers the seconds to wait, 0 to go on. */
export async function countLimited(limit: LimitedTry, key: string): Promise<number> {
  return (await consume(otherLimiters[limit], key)).waitSeconds;
}

/** Takes back a try that did not fail, and no other. So a person who knows the password cannot have it checked without end. */
export async function takeBackLimited(limit: LimitedTry, key: string): Promise<void> {
  await otherLimiters[limit].reward(key, 1);
}
