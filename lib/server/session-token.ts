import "server-only";
import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { config } from "./config";
import type { SignedInUser } from "./sign-in/sign-in";

/** A working day; after it, one signs in again. */
export const sessionSeconds = 12 * 60 * 60;

/** What the cookie says; the user row decides at every request whether it still counts. */
export interface SessionClaims {
  userId: string;
  organizationId: string;
  sessionVersion: number;
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

export function claimsOf(user: SignedInUser): SessionClaims {
  return { userId: user.id, organizationId: user.organizationId, sessionVersion: user.sessionVersion };
}

export async function readClaims(): Promise<SessionClaims | null> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token) return null;
  try {
    const claims = await decode({ token, secret: sessionSecret() });
    return isClaims(claims) ? claims : null;
  } catch {
    // Made with another secret, damaged or run out: the same as no session.
    return null;
  }
}

export async function startSession(user: SignedInUser): Promise<void> {
  const token = await encode({
    token: { ...claimsOf(user) },
    secret: sessionSecret(),
    maxAge: sessionSeconds,
  });
  (await cookies()).set(sessionCookieName(), token, { ...sessionCookieOptions(), maxAge: sessionSeconds });
}

export async function endSession(): Promise<void> {
  (await cookies()).set(sessionCookieName(), "", { ...sessionCookieOptions(), maxAge: 0 });
}

function isClaims(value: unknown): value is SessionClaims {
  const claims = value as Partial<SessionClaims> | null;
  return (
    typeof claims?.userId === "string" &&
    typeof claims.organizationId === "string" &&
    typeof claims.sessionVersion === "number"
  );
}
