import "server-only";
import { log } from "../kernel/log";
import { record } from "../kernel/record";
import { transaction } from "../kernel/transaction";
import type { Lock } from "./attempt";
import type { SigningIn } from "./signing-in";
import { tellLockout } from "./tell-lockout";
import { userCtx } from "./user-ctx";

/** Says what was wrong, and from where it was tried. */
type Failure = { was: "password" | "second_factor"; address: string; now: Date };

/** Records a failed try to sign in with what it locks, and tells the person of a lockout. Nobody's address is in the log. */
export async function recordFailure(
  { was, address, now }: Failure,
  user: SigningIn | null,
  locks: readonly Lock[],
): Promise<void> {
  log.info({ event: "sign_in_failed", was, address, known: user !== null }, "Sign-in failed");
  for (const { locked, minutes } of locks)
    log.warn(
      { event: "sign_in_locked", address, locked, minutes, known: user !== null },
      "Sign-in is locked",
    );
  if (!user) return;
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
    if (lock && user.active) await tellLockout(tx, ctx, user, { address, minutes: lock.minutes });
  });
}
