import "server-only";
import { randomUUID } from "node:crypto";
import { cookies, headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { requestLocale } from "@/lib/domain/format/request-locale";
import { isStaff, type Permission, type Role } from "@/lib/domain/permissions";
import { type Ctx, may, organizationId } from "../kernel/ctx";
import { unscoped } from "../kernel/db";
import { readClaims, type SessionClaims, sessionSeconds } from "./session-token";

/** Holds the signed-in person as the shell shows them. */
export interface Session {
  ctx: Ctx;
  user: { id: string; name: string; email: string; role: Role; accountId: string | null };
  organization: { name: string; currency: string; timeZone: string };
}

/** Returns the session of this request, read once for all callers; null if there is none that still counts. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const claims = await readClaims();
  if (!claims) return null;
  const locale = requestLocale((await headers()).get("accept-language"));
  return loadSession(claims, { now: new Date(), browserTimeZone: await browserTimeZone(), locale });
});

/** Returns the session for a page of BSS. Without one it redirects to sign-in, and anyone but staff to the Storefront. */
export async function requireSession(): Promise<Session> {
  const session = await currentSession();
  if (!session) return redirect(await signInPath());
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
  if (isStaff(session.user.role)) return redirect("/dashboard");
  return session;
}

/** Returns the path where a person starts. */
export function homePath(role: Role): string {
  return isStaff(role) ? "/dashboard" : "/storefront";
}

/** Loads a session. A deactivated user, an ended session or one older than a working day gives none. */
export async function loadSession(
  claims: SessionClaims,
  request: { now: Date; browserTimeZone: string | null; locale: string },
): Promise<Session | null> {
  if (request.now.getTime() / 1000 - claims.signedInAt > sessionSeconds) return null;
  const ended = unscoped().endedSession.count({ where: { id: claims.sessionId } });
  const user = await unscoped().user.findUnique({
    where: { organizationId_id: { organizationId: claims.organizationId, id: claims.userId } },
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      active: true,
      sessionVersion: true,
      accountId: true,
      timeZone: true,
      organization: { select: { name: true, currency: true, timeZone: true } },
    },
  });
  if ((await ended) > 0 || !user?.active || user.sessionVersion !== claims.sessionVersion) return null;

  const { id, name, email, role, accountId, organization } = user;
  return {
    ctx: {
      organizationId: organizationId(claims.organizationId),
      actor: { type: "user", id, name, role },
      now: request.now,
      timeZone: user.timeZone ?? request.browserTimeZone ?? organization.timeZone,
      locale: request.locale,
      requestId: randomUUID(),
    },
    user: { id, name, email, role, accountId },
    organization: {
      name: organization.name,
      currency: organization.currency,
      timeZone: organization.timeZone,
    },
  };
}

async function signInPath(): Promise<string> {
  const path = (await headers()).get("x-path");
  return path && path !== "/" ? `/login?next=${encodeURIComponent(path)}` : "/login";
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
