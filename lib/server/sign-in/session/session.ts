import "server-only";
import { randomUUID } from "node:crypto";
import { cookies, headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { accountRoleLabels } from "@/lib/domain/account-role";
import { requestLocale } from "@/lib/domain/format/request-locale";
import { isStaff, type Permission, permissionsOfPerson, type Role, roleName } from "@/lib/domain/permissions";
import { leadingOn } from "@/lib/schemas/sign-in";
import { type Ctx, may, organizationId } from "../../kernel/ctx";
import { clientAddress } from "./client-address";
import { isOwnPage } from "./page-of";
import { readClaims, type SessionClaims } from "./session-token";
import { endsAt, findSession, type LiveSession, noteUse } from "./sessions";

/** Holds the signed-in person as the shell shows them. */
export interface Session {
  id: string;
  /** Is when the session ends by itself if nobody uses it any more. */
  endsAt: Date;
  /** Asks whether the session counts at this moment, for an answer that takes long. */
  stillCounts: () => Promise<boolean>;
  /** Tells whether the organization requires a second factor first, which this session lacks. */
  lacksFactor: boolean;
  /** Tells whether more than a password was asked for at its sign-in. */
  signedInWithFactor: boolean;
  ctx: Ctx;
  /** Names the person, who may be a user of other organizations too. */
  personId: string;
  user: { id: string; name: string; email: string; role: Role; accountId: string | null };
  /** Names the person's role on screen. */
  roleName: string;
  organization: { name: string; currency: string; timeZone: string };
}

/** Returns the session of this request; null if there is none that still counts, or if it lacks a second factor. */
export async function currentSession(): Promise<Session | null> {
  const session = await anySession();
  return session?.lacksFactor ? null : session;
}

/**
 * Returns the session of this request, read once for all callers, also one that lacks the second factor which its organization
 * requires. With that one, a person can only set up the factor. See docs/domain.md, section 7, "Second factor".
 */
export const anySession = cache(async (): Promise<Session | null> => {
  const claims = await readClaims();
  if (!claims) return null;
  const sent = await headers();
  const locale = requestLocale(sent.get("accept-language"));
  // A tab that only listens for changes is no use of the session by its person.
  const usedFrom = sent.get("accept") === "text/event-stream" ? null : clientAddress(sent);
  return loadSession(claims, { now: new Date(), browserTimeZone: await browserTimeZone(), locale, usedFrom });
});

/** Returns the session for a page of BSS. Without one it redirects to sign-in, and anyone but staff to the Storefront. */
export async function requireSession(): Promise<Session> {
  const session = await currentSession();
  if (!session) return redirect(await signInPath());
  if (!(await isOwnPage(session))) return redirect("/home");
  if (!isStaff(session.user.role)) return redirect("/storefront");
  return session;
}

/** Returns the Ctx for a page. A person without the permission gets the page that says so (403). */
export async function requireCtx(permission?: Permission): Promise<Ctx> {
  const { ctx } = await requireSession();
  if (permission && !may(ctx, permission)) forbidden();
  return ctx;
}

/** Returns the session for a page of the Storefront: a customer's or a reseller's. */
export async function requireStorefrontSession(): Promise<Session> {
  const session = await currentSession();
  if (!session) return redirect(await signInPath());
  if (!(await isOwnPage(session))) return redirect("/home");
  if (isStaff(session.user.role)) return redirect(homePath(session.user.role));
  return session;
}

/** Returns the path where a person starts. What people with a role of their organization may open, the start page knows. */
export function homePath(role: Role): string {
  if (role === "custom") return "/";
  return isStaff(role) ? "/dashboard" : "/storefront";
}

type LoadRequest = {
  now: Date;
  browserTimeZone: string | null;
  locale: string;
  /** Is the address from which the person uses the session by this request, or null if it is no use. */
  usedFrom: string | null;
};

/**
 * Loads a session. One that was ended, is too old or was not used for too long gives none, nor does a deactivated user. See
 * docs/domain.md, section 7, "Sessions".
 */
export async function loadSession(claims: SessionClaims, request: LoadRequest): Promise<Session | null> {
  const { now, usedFrom } = request;
  const session = await findSession(claims, now);
  if (!session) return null;
  if (usedFrom !== null) await noteUse(claims.organizationId, session, usedFrom, now);

  const { userId: id, name, email, role, accountId } = session;
  const permissions = permissionsOf(session);
  return {
    id: session.id,
    endsAt: endsAt(session),
    stillCounts: async () => {
      const now = await findSession(claims, new Date());
      // What a longer answer was allowed with has to be allowed until its end.
      return now?.lacksFactor === false && permissions.every((one) => permissionsOf(now).includes(one));
    },
    lacksFactor: session.lacksFactor,
    signedInWithFactor: session.secondFactor,
    ctx: {
      organizationId: organizationId(claims.organizationId),
      actor: { type: "user", id, name, role, permissions },
      now,
      timeZone: session.timeZone ?? request.browserTimeZone ?? session.organizationTimeZone,
      locale: request.locale,
      requestId: randomUUID(),
      sessionId: session.id,
    },
    personId: session.personId,
    user: { id, name, email, role, accountId },
    roleName: session.accountRole ? accountRoleLabels[session.accountRole] : roleName(role, session.roleName),
    organization: {
      name: session.organizationName,
      currency: session.currency,
      timeZone: session.organizationTimeZone,
    },
  };
}

function permissionsOf({ role, rolePermissions: defined, accountRole }: LiveSession): Permission[] {
  return permissionsOfPerson({ role, defined, accountRole });
}

/** Returns where somebody without a session that counts goes on: to the sign-in, or to set up the second factor that is required. */
export async function signInPath(): Promise<string> {
  const path = (await headers()).get("x-path");
  const next = path === "/" ? null : path;
  return leadingOn((await anySession())?.lacksFactor ? "/second-factor" : "/login", next);
}

/** Returns the time zone from the browser's cookie, or null if it is not a valid one. */
async function browserTimeZone(): Promise<string | null> {
  const zone = (await cookies()).get("time-zone")?.value;
  if (!zone) return null;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
