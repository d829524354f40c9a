import "server-only";
import { randomUUID } from "node:crypto";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { config } from "../kernel/config";
import { unscoped } from "../kernel/db";
import type { SignedInUser } from "./sign-in";

/** Holds the length of a session: a working day, after which people sign in again. */
export const sessionSeconds = 12 * 60 * 60;

/** Holds the claims of the cookie. The user's row decides at every request whether they still count. */
export interface SessionClaims {
  userId: string;
  organizationId: string;
  sessionVersion: number;
  /** Identifies this sign-in, so that signing out ends it wherever a copy of the cookie went. */
  sessionId: string;
  /** Holds seconds since 1970. The working day counts from here even if the token is renewed. */
  signedInAt: number;
}

export function sessionSecret(): string {
  const { secret } = config();
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set: start the product with npm start or npm run dev");
  return secret;
}

export const isSecure = () => config().publicUrl.startsWith("https:");
export const sessionCookieName = () =>
  isSecure() ? "__Secure-next-auth.session-token" : "next-auth.session-token";
export const sessionCookieOptions = () =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure: isSecure() }) as const;

/** Returns the claims of a sign-in that happens now. */
export function claimsOf(user: Omit<SignedInUser, "role">): SessionClaims {
  return {
    userId: user.id,
    organizationId: user.organizationId,
    sessionVersion: user.sessionVersion,
    sessionId: randomUUID(),
    signedInAt: Math.floor(Date.now() / 1000),
  };
}

export function sessionToken(user: Omit<SignedInUser, "role">): Promise<string> {
  return encode({ token: { ...claimsOf(user) }, secret: sessionSecret(), maxAge: sessionSeconds });
}

export async function readClaims(): Promise<SessionClaims | null> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token) return null;
  try {
    const claims = await decode({ token, secret: sessionSecret() });
    return isClaims(claims) ? claims : null;
  } catch {
    // A token that is expired, damaged or made with another secret counts as no session.
    return null;
  }
}

export async function startSession(user: SignedInUser): Promise<void> {
  const token = await sessionToken(user);
  (await cookies()).set(sessionCookieName(), token, { ...sessionCookieOptions(), maxAge: sessionSeconds });
}

/** Keeps this session when all others of the person end, as after a new password. Its working day goes on. */
export async function keepSession(sessionVersion: number): Promise<void> {
  const claims = await readClaims();
  if (!claims) return;
  const left = claims.signedInAt + sessionSeconds - Math.floor(Date.now() / 1000);
  const maxAge = Math.max(1, left);
  const token = await encode({ token: { ...claims, sessionVersion }, secret: sessionSecret(), maxAge });
  (await cookies()).set(sessionCookieName(), token, { ...sessionCookieOptions(), maxAge });
}

/** Ends the session here and wherever else a copy of the cookie is. */
export async function endSession(): Promise<void> {
  const claims = await readClaims();
  if (claims) await endSessionOf(claims);
  (await cookies()).set(sessionCookieName(), "", { ...sessionCookieOptions(), maxAge: 0 });
}

export async function endSessionOf({ sessionId }: SessionClaims): Promise<void> {
  await unscoped().endedSession.createMany({ data: { id: sessionId }, skipDuplicates: true });
}

export function isClaims(value: unknown): value is SessionClaims {
  const claims = value as Partial<SessionClaims> | null;
  return (
    typeof claims?.userId === "string" &&
    typeof claims.organizationId === "string" &&
    typeof claims.sessionVersion === "number" &&
    typeof claims.sessionId === "string" &&
    typeof claims.signedInAt === "number"
  );
}
