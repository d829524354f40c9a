import "server-only";
import { cookies, headers } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { config } from "../../kernel/config";
import { clientAddress } from "./client-address";
import { deviceLabel } from "./device";
import { beginSession, endSessionWith, type SeenFrom } from "./sessions";

/** Holds the claims of the cookie. The session's row decides at every request whether they still count. */
export interface SessionClaims {
  organizationId: string;
  /** Is the secret by which the session's row is found. The row keeps its hash. */
  sessionId: string;
}

type Admitted = {
  id: string;
  organizationId: string;
  sessionVersion: number;
  secondFactor?: boolean;
  singleSignOn?: boolean;
};

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

/** Begins the session of a sign-in that happens now, and returns what its cookie claims. */
export async function claimsOf(user: Admitted, seen: SeenFrom, now = new Date()): Promise<SessionClaims> {
  return { organizationId: user.organizationId, sessionId: await beginSession(user, seen, now) };
}

/** Says from where this request comes. */
export async function seenFrom(): Promise<SeenFrom> {
  const sent = await headers();
  return { device: deviceLabel(sent.get("user-agent")), address: clientAddress(sent) };
}

export async function sessionToken(user: Admitted, seen: SeenFrom): Promise<string> {
  return tokenOf(await claimsOf(user, seen));
}

/** Returns what the cookie of a session holds. */
export function tokenOf(claims: SessionClaims): Promise<string> {
  return encode({ token: { ...claims }, secret: sessionSecret(), maxAge: config().sessions.longest });
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

export async function startSession(user: Admitted): Promise<void> {
  await keepClaims(await claimsOf(user, await seenFrom()));
}

/** Keeps the cookie of a session in the browser of this request. */
export async function keepClaims(claims: SessionClaims): Promise<void> {
  const maxAge = config().sessions.longest;
  (await cookies()).set(sessionCookieName(), await tokenOf(claims), { ...sessionCookieOptions(), maxAge });
}

/** Ends the session here and wherever else a copy of the cookie is. */
export async function endSession(): Promise<void> {
  const claims = await readClaims();
  if (claims) await endSessionWith(claims, new Date());
  (await cookies()).set(sessionCookieName(), "", { ...sessionCookieOptions(), maxAge: 0 });
}

export function isClaims(value: unknown): value is SessionClaims {
  const claims = value as Partial<SessionClaims> | null;
  return typeof claims?.organizationId === "string" && typeof claims.sessionId === "string";
}
