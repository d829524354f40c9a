import "server-only";
import type { SignInMethod } from "@/lib/domain/events/setup-event";
import type { Language } from "@/lib/domain/messages/message";
import type { Role } from "@/lib/domain/permissions";
import { sentAddress } from "@/lib/domain/values/email";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import { SignInInput } from "@/lib/schemas/sign-in";
import { unscoped } from "../kernel/db";
import { log } from "../kernel/log";
import { record } from "../kernel/record";
import { transaction } from "../kernel/transaction";
import { voidLinks } from "../links/links";
import { accept } from "../people/accept";
import { lastFirst } from "../people/last-first";
import { countAttempt, type Lock } from "./attempt";
import { countedAddress } from "./client-address";
import { type CookieOf, type DeviceCookie, deviceCookie, knownDevice } from "./known-device";
import { inTurn, takePlace, verifyNow } from "./password";
import { tellLockout } from "./tell-lockout";
import { userCtx } from "./user-ctx";

export interface SignedInUser {
  id: string;
  organizationId: string;
  sessionVersion: number;
  role: Role;
  /** Is what makes the browser a known device of the person. */
  device: DeviceCookie;
}

/** Says why nobody was signed in, and after how many seconds the next try counts, if not at once. */
export type SignInRefusal =
  | { reason: "wrong"; retryAfterSeconds: number }
  | { reason: "too_many"; retryAfterSeconds: number }
  | { reason: "busy" };

export interface SignInRequest {
  now: Date;
  /** Holds the network address that the request came from. */
  address: string;
  /** Reads the cookies by which a device is known. Without it, none is. */
  cookieOf?: CookieOf;
}

/**
 * Signs a person in by password. It does not tell whether the email, the password or the account was wrong. See
 * docs/domain.md, section 7, "Lockouts".
 */
export async function signIn(
  request: SignInRequest,
  raw: unknown,
): Promise<Result<SignedInUser, SignInRefusal>> {
  const input = SignInInput.parse(raw);
  // A try that nobody has time for counts for nothing, so the place comes first.
  const leave = takePlace(countedAddress(request.address));
  if (!leave) return refuse({ reason: "busy" });
  try {
    return await inTurn(() => tryToSignIn(request, input));
  } finally {
    leave();
  }
}

async function tryToSignIn(
  request: SignInRequest,
  { email, password }: SignInInput,
): Promise<Result<SignedInUser, SignInRefusal>> {
  const user = await userWith(email);
  const device = user && knownDevice(user.person, request.cookieOf ?? (() => undefined), request.now);
  const attempt = await countAttempt(request, email, user && device ? { userId: user.id, device } : null);
  if (!attempt.ok) {
    log.warn({ event: "sign_in_limited", address: request.address }, "Too many tries to sign in");
    return attempt;
  }

  const { forgive, locks } = attempt.value;
  const matches = await verifyNow(user?.person.passwordHash ?? null, password);
  if (!user || !matches || !user.active) {
    await recordFailure(request, user, locks);
    return refuse({
      reason: "wrong",
      retryAfterSeconds: Math.max(0, ...locks.map(({ minutes }) => minutes * 60)),
    });
  }

  await forgive();
  return ok(await admit(user, request, "password", device));
}

/** Signs in the active user whose email the identity provider has verified. It creates no user. */
export async function signInByVerifiedEmail(
  request: SignInRequest,
  email: string,
): Promise<SignedInUser | null> {
  const user = await userWith(sentAddress(email.trim()) ?? "");
  return user?.active ? admit(user, request, "single_sign_on", null) : null;
}

/** Finds the person who signs in with this address, in the organization where they were last. */
function userWith(sentEmail: string): Promise<UserRow | null> {
  return unscoped().user.findFirst({
    where: { sentEmail },
    orderBy: lastFirst,
    select: userFields,
  });
}

const userFields = {
  id: true,
  organizationId: true,
  name: true,
  email: true,
  role: true,
  active: true,
  sessionVersion: true,
  person: { select: { id: true, passwordHash: true } },
  account: { select: { language: true } },
} as const;

type UserRow = {
  id: string;
  organizationId: string;
  sessionVersion: number;
  role: Role;
  name: string;
  email: string;
  active: boolean;
  person: { id: string; passwordHash: string | null };
  account: { language: Language } | null;
};

async function admit(
  user: UserRow,
  { now, address }: SignInRequest,
  method: SignInMethod,
  device: string | null,
): Promise<SignedInUser> {
  const ctx = userCtx(user, now);
  await transaction(ctx, async (tx) => {
    // Somebody whose email the identity provider has verified accepts an invitation by signing in, once.
    if (await accept(tx, ctx, { id: user.id, personId: user.person.id })) {
      await voidLinks(tx, ctx, user.id);
      await record(tx, ctx, [{ kind: "user.invitation_accepted", subject: user.email }]);
    }
    await tx.user.updateMany({ where: { id: user.id }, data: { lastSignInAt: now } });
    await record(tx, ctx, [{ kind: "user.signed_in", subject: user.email, after: { method, address } }]);
  });
  return {
    id: user.id,
    organizationId: user.organizationId,
    sessionVersion: user.sessionVersion,
    role: user.role,
    device: deviceCookie(user.person, now, device),
  };
}

async function recordFailure(
  { address, now }: SignInRequest,
  user: UserRow | null,
  locks: readonly Lock[],
): Promise<void> {
  log.info({ event: "sign_in_failed", address, known: user !== null }, "Sign-in failed");
  for (const { locked, minutes } of locks)
    log.warn(
      { event: "sign_in_locked", address, locked, minutes, known: user !== null },
      "Sign-in is locked",
    );
  if (!user) return;
  const ctx = userCtx(user, now);
  await transaction(ctx, async (tx) => {
    await record(tx, ctx, [
      { kind: "user.sign_in_failed", subject: user.email, after: { address, active: user.active } },
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
