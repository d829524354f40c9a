import "server-only";
import { log } from "../kernel/log";
import { record } from "../kernel/record";
import { count } from "../kernel/telemetry/instruments";
import { transaction } from "../kernel/transaction";
import { maySignIn } from "../people/members";
import { userCtx } from "./session/user-ctx";
import type { SigningIn } from "./signing-in";
import type { Lock } from "./tries/attempt";
import { tellLockout } from "./tries/tell-lockout";

/** Says what was wrong, and from where it was tried. */
type Failure = { was: "password" | "second_factor"; address: string; now: Date };

/**
 * Records a failed try to sign in with what it locks, in each organization that lets the person in, or else where they are or were
 * a user last. It tells the person of a lockout once. Nobody's address is in the log.
 */
export async function recordFailure(
  failure: Failure,
  members: readonly SigningIn[],
  locks: readonly Lock[],
): Promise<void> {
  const { was, address } = failure;
  const known = members.length > 0;
  log.info({ event: "sign_in_failed", was, address, known }, "Sign-in failed");
  for (const { locked, minutes } of locks) {
    log.warn({ event: "sign_in_locked", address, locked, minutes, known }, "Sign-in is locked");
    count("order_desk.sign_in.lockouts", { "order_desk.sign_in.locked": locked });
  }
  const open = members.filter(maySignIn);
  for (const [index, member] of (open.length > 0 ? open : members.slice(0, 1)).entries()) {
    await recordFailureOf(member, failure, locks, { tells: index === 0 });
  }
}

async function recordFailureOf(
  user: SigningIn,
  { was, address, now }: Failure,
  locks: readonly Lock[],
  { tells }: { tells: boolean },
): Promise<void> {
  const ctx = userCtx(user, now);
  await transaction(ctx, async (tx) => {
    await record(tx, ctx, [
      was === "password"
        ? { kind: "user.sign_in_failed", subject: user.email, after: { address, active: user.active } }
        : { kind: "user.second_factor_failed", subject: user.email, after: { address } },
      ...locks.map(({ locked, minutes }) => ({
        kind: "user.sign_in_locked" as const,
        subject: user.email,
        after: { address, locked, minutes },
      })),
    ]);
    const lock = locks.find(({ locked }) => locked !== "address");
    if (lock && tells && user.active)
      await tellLockout(tx, ctx, user, { was, address, minutes: lock.minutes });
  });
}
