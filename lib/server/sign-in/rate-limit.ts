import "server-only";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { addressLimit } from "@/lib/domain/sign-in/lockout";
import { unscoped } from "../kernel/db";

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
  try {
    const { remainingPoints } = await ofAddress.consume(address);
    return { waitSeconds: 0, last: remainingPoints === 0 };
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    return { waitSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)), last: false };
  }
}

/** Takes back a try of the address that did not fail. */
export async function takeBackTryOf(address: string): Promise<void> {
  await ofAddress.reward(address, 1);
}
