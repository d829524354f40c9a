import "server-only";
import { createHash, randomUUID } from "node:crypto";
import type { AccountRole } from "@/lib/domain/account-role";
import type { Role } from "@/lib/domain/permissions";
import { config } from "../../kernel/config";
import { type Ctx, systemCtx } from "../../kernel/ctx";
import { sql, type Tx, unscoped } from "../../kernel/db";
import { NotFound, SessionEnded } from "../../kernel/errors";
import { record } from "../../kernel/record";
import { transaction } from "../../kernel/transaction";
import { userCtx } from "./user-ctx";

/** Says from where a session is used. */
export type SeenFrom = { device: string; address: string };

type Began = {
  id: string;
  organizationId: string;
  sessionVersion: number;
  secondFactor?: boolean;
  singleSignOn?: boolean;
};

/** The time of the last use is written when it is behind by this, and not at each request. */
const usedEveryMs = 60_000;

export function hashOf(sessionId: string): string {
  return createHash("sha256").update(sessionId).digest("hex");
}

/**
 * Begins a session and returns its secret id, which the cookie holds. It carries the user's version as it was when the password
 * was verified, so that a password change in between ends it.
 */
export async function beginSession(
  { id: userId, organizationId, sessionVersion, secondFactor = false, singleSignOn = false }: Began,
  { device, address }: SeenFrom,
  now: Date,
): Promise<string> {
  const sessionId = randomUUID();
  await unscoped().session.create({
    data: {
      ...{ organizationId, userId, sessionVersion, secondFactor, singleSignOn, device, address },
      ...{ tokenHash: hashOf(sessionId), createdAt: now, lastUsedAt: now },
    },
    select: { id: true },
  });
  return sessionId;
}

export type LiveSession = {
  id: string;
  createdAt: Date;
  lastUsedAt: Date;
  userId: string;
  personId: string;
  name: string;
  email: string;
  role: Role;
  /** Holds name and permissions of the role, if the organization defined it. */
  accountRole: AccountRole | null;
  roleName: string | null;
  rolePermissions: string[] | null;
  accountId: string | null;
  timeZone: string | null;
  /** Tells whether the organization requires a second factor of this person, and the session began without one. */
  lacksFactor: boolean;
  secondFactor: boolean;
  organizationName: string;
  currency: string;
  organizationTimeZone: string;
};

/**
 * Reads a session that still counts, with its person and organization, in one statement. One that did not begin by single sign-on
 * counts for nothing where only that does.
 */
export async function findSession(
  { organizationId, sessionId }: { organizationId: string; sessionId: string },
  now: Date,
): Promise<LiveSession | null> {
  const [session] = await unscoped().$queryRaw<LiveSession[]>(sql`
    SELECT sessions.id, sessions.created_at AS "createdAt", last_used_at AS "lastUsedAt",
      users.id AS "userId", users.person_id AS "personId", users.name, users.email, users.role, users.account_id AS "accountId",
      users.account_role AS "accountRole", users.time_zone AS "timeZone", roles.name AS "roleName", roles.permissions AS "rolePermissions",
      second_factor AS "secondFactor", NOT second_factor AND users.role = ANY (organizations.second_factor_roles) AS "lacksFactor",
      organizations.name AS "organizationName", organizations.currency, organizations.time_zone AS "organizationTimeZone"
    FROM sessions
    JOIN users ON users.organization_id = sessions.organization_id AND users.id = sessions.user_id
    LEFT JOIN roles ON roles.organization_id = users.organization_id AND roles.id = users.role_id
    JOIN organizations ON organizations.id = sessions.organization_id
    WHERE sessions.organization_id = ${organizationId}::uuid AND token_hash = ${hashOf(sessionId)}
      AND ended_at IS NULL AND users.active AND users.session_version = sessions.session_version
      AND (single_sign_on OR NOT organizations.single_sign_on_only)
      AND sessions.created_at > ${before(now, config().sessions.longest)} AND last_used_at > ${before(now, config().sessions.idle)}`);
  return session ?? null;
}

/** Returns when a session ends by itself if nobody uses it any more. */
export function endsAt({ createdAt, lastUsedAt }: Pick<LiveSession, "createdAt" | "lastUsedAt">): Date {
  const { longest, idle } = config().sessions;
  return new Date(Math.min(createdAt.getTime() + longest * 1000, lastUsedAt.getTime() + idle * 1000));
}

/**
 * Keeps when and from where a session was used last, at most once a minute. While a command of the session commits, it keeps
 * nothing and waits for nothing.
 */
export async function noteUse(
  organizationId: string,
  { id, lastUsedAt }: LiveSession,
  address: string,
  now: Date,
): Promise<void> {
  if (now.getTime() - lastUsedAt.getTime() < usedEveryMs) return;
  // Of several requests at once, one writes.
  await unscoped().$executeRaw(sql`
    UPDATE sessions SET last_used_at = ${now}, address = ${address}
    WHERE organization_id = ${organizationId}::uuid AND id = (
      SELECT id FROM sessions
      WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid AND ended_at IS NULL AND last_used_at = ${lastUsedAt}
      FOR NO KEY UPDATE SKIP LOCKED)`);
}

/** Ends the session of a cookie, as signing out does, and records that once. */
export async function endSessionWith(
  { organizationId, sessionId }: { organizationId: string; sessionId: string },
  now: Date,
): Promise<void> {
  await transaction(systemCtx(organizationId, now), async (tx) => {
    const [ended] = await tx.session.updateManyAndReturn({
      where: { organizationId, tokenHash: hashOf(sessionId), endedAt: null },
      data: { endedAt: now },
      select: { userId: true },
    });
    if (!ended) return;
    const user = await tx.user.findUniqueOrThrow({
      where: { organizationId_id: { organizationId, id: ended.userId } },
      select: { organizationId: true, id: true, name: true, email: true, role: true },
    });
    await record(tx, userCtx(user, now), [{ kind: "user.signed_out", subject: user.email }]);
  });
}

/** Selects the sessions of a person that count at this moment. */
function counting({ organizationId, now }: Ctx, userId: string) {
  const { longest, idle } = config().sessions;
  return {
    ...{ organizationId, userId, endedAt: null },
    createdAt: { gt: before(now, longest) },
    lastUsedAt: { gt: before(now, idle) },
  };
}

/**
 * Ends the sessions of a person, but for one of them if it is named, and returns how many ended. Raising the version also ends
 * a session that a sign-in of this moment is about to begin. See docs/domain.md, section 7, "Sessions". @throws NotFound, and
 * SessionEnded if the session that is to stay has ended meanwhile
 */
export async function endSessionsOf(
  tx: Tx,
  ctx: Ctx,
  userId: string,
  { except = null }: { except?: string | null } = {},
): Promise<number> {
  const { organizationId, now } = ctx;
  const [user] = await tx.user.updateManyAndReturn({
    where: { organizationId, id: userId },
    data: { sessionVersion: { increment: 1 } },
    select: { sessionVersion: true },
  });
  if (!user) throw new NotFound("user", userId);
  const { sessionVersion } = user;
  if (except) {
    const { count } = await tx.session.updateMany({
      where: { ...counting(ctx, userId), id: except, sessionVersion: sessionVersion - 1 },
      data: { sessionVersion },
    });
    if (count === 0) throw new SessionEnded();
  }
  const ended = await tx.session.updateMany({
    where: {
      ...counting(ctx, userId),
      sessionVersion: sessionVersion - 1,
    },
    data: { endedAt: now },
  });
  return ended.count;
}

function before(now: Date, seconds: number): Date {
  return new Date(now.getTime() - seconds * 1000);
}
