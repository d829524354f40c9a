import "server-only";
import { randomUUID } from "node:crypto";
import type { Role } from "@/lib/domain/permissions";
import { sentAddress } from "@/lib/domain/values/email";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import { SignInInput } from "@/lib/schemas/sign-in";
import { type Ctx, organizationId } from "../kernel/ctx";
import { unscoped } from "../kernel/db";
import { log } from "../kernel/log";
import { record } from "../kernel/record";
import { transaction } from "../kernel/transaction";
import { verifyPassword } from "./password";
import { type Attempt, countAttempt, forgiveAttempt } from "./rate-limit";

export interface SignedInUser {
  id: string;
  organizationId: string;
  sessionVersion: number;
  role: Role;
}

export type SignInRefusal = { reason: "wrong" } | { reason: "too_many"; retryAfterSeconds: number };

export interface SignInRequest {
  now: Date;
  /** Holds the network address that the request came from. */
  address: string;
}

/** Signs a person in by password. It does not tell whether the email, the password or the account was wrong. */
export async function signIn(
  request: SignInRequest,
  raw: unknown,
): Promise<Result<SignedInUser, SignInRefusal>> {
  const { email, password } = SignInInput.parse(raw);
  const attempt: Attempt = { email, address: request.address };

  const retryAfterSeconds = await countAttempt(attempt);
  if (retryAfterSeconds > 0) {
    log.warn({ event: "sign_in_limited", address: request.address }, "Too many tries to sign in");
    return refuse({ reason: "too_many", retryAfterSeconds });
  }

  const user = await unscoped().user.findUnique({ where: { sentEmail: email }, select: userFields });
  const matches = await verifyPassword(user?.passwordHash ?? null, password);
  if (!user || !matches || !user.active) {
    await recordFailure(request, user);
    return refuse({ reason: "wrong" });
  }

  await forgiveAttempt(attempt);
  return ok(await admit(user, request.now));
}

/** Signs in the active user whose email the identity provider has verified. It creates no user. */
export async function signInByVerifiedEmail(now: Date, email: string): Promise<SignedInUser | null> {
  const user = await unscoped().user.findUnique({
    where: { sentEmail: sentAddress(email.trim()) ?? "" },
    select: userFields,
  });
  return user?.active ? admit(user, now) : null;
}

const userFields = {
  id: true,
  organizationId: true,
  name: true,
  email: true,
  role: true,
  active: true,
  passwordHash: true,
  sessionVersion: true,
  lastSignInAt: true,
} as const;

type UserRow = SignedInUser & {
  name: string;
  email: string;
  active: boolean;
  passwordHash: string | null;
  lastSignInAt: Date | null;
};

async function admit(user: UserRow, now: Date): Promise<SignedInUser> {
  const ctx = userCtx(user, now);
  await transaction(ctx, async (tx) => {
    await tx.user.updateMany({ where: { id: user.id }, data: { lastSignInAt: now } });
    // Somebody whose email the identity provider has verified accepts an invitation by signing in.
    if (user.passwordHash === null && user.lastSignInAt === null) {
      await record(tx, ctx, [{ kind: "user.invitation_accepted", subject: user.email }]);
    }
    await record(tx, ctx, [{ kind: "user.signed_in", subject: user.email }]);
  });
  return {
    id: user.id,
    organizationId: user.organizationId,
    sessionVersion: user.sessionVersion,
    role: user.role,
  };
}

async function recordFailure(request: SignInRequest, user: UserRow | null): Promise<void> {
  log.info({ event: "sign_in_failed", address: request.address, known: user !== null }, "Sign-in failed");
  if (!user) return;
  const ctx = userCtx(user, request.now);
  const after = { address: request.address, active: user.active };
  await transaction(ctx, (tx) =>
    record(tx, ctx, [{ kind: "user.sign_in_failed", subject: user.email, after }]),
  );
}

function userCtx(user: UserRow, now: Date): Ctx {
  return {
    organizationId: organizationId(user.organizationId),
    actor: { type: "user", id: user.id, name: user.name, role: user.role },
    now,
    timeZone: "UTC",
    locale: "en-GB",
    requestId: randomUUID(),
  };
}
