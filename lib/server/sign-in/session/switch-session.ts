import "server-only";
import { randomUUID } from "node:crypto";
import type { Role } from "@/lib/domain/permissions";
import { config } from "../../kernel/config";
import { sql, type Tx } from "../../kernel/db";
import { record } from "../../kernel/record";
import { across } from "../../people/across";
import { hashOf, type SeenFrom } from "./sessions";
import { userCtx } from "./user-ctx";

type Asking = { organizationId: string; sessionId: string };
type Found = {
  sessionRow: string;
  createdAt: Date;
  secondFactor: boolean;
  singleSignOn: boolean;
  personId: string;
} & Person;
type There = Person & { organization: string; needsFactor: boolean; singleSignOnOnly: boolean };
type Person = { organizationId: string; id: string; name: string; email: string; role: Role };

/** Holds the session that begins, by the secret of its cookie. */
export type Switched = Asking & { role: Role };

/**
 * Ends a session and begins one of the same person in another of their organizations, in one transaction; null if the session
 * does not count any more, or the person may not sign in there. An organization that requires a second factor takes no session
 * without one, one that takes single sign-on alone none that began otherwise, and is named then. The new one ends when the old one
 * would have, and keeps how that began. See docs/domain.md, section 7, "Several organizations".
 */
export function switchSession(
  asking: Asking,
  to: string,
  { device, address }: SeenFrom,
  now: Date,
): Promise<Switched | { lacksFactor: string } | { lacksSingleSignOn: string } | null> {
  return across(async (tx) => {
    const from = await lockAsking(tx, asking, now);
    const there = from && (await lockThere(tx, from, to));
    if (!from || !there) return null;
    if (there.singleSignOnOnly && !from.singleSignOn) return { lacksSingleSignOn: there.organization };
    if (there.needsFactor && !from.secondFactor) return { lacksFactor: there.organization };

    const sessionId = randomUUID();
    await tx.$executeRaw(sql`
      UPDATE sessions SET ended_at = ${now}
      WHERE organization_id = ${from.organizationId}::uuid AND id = ${from.sessionRow}::uuid`);
    await tx.$executeRaw(sql`
      INSERT INTO sessions (organization_id, user_id, session_version, second_factor, single_sign_on, device, address, token_hash, created_at, last_used_at)
      SELECT organization_id, id, session_version, ${from.secondFactor}::boolean, ${from.singleSignOn}::boolean, ${device}, ${address}, ${hashOf(sessionId)}, ${from.createdAt}, ${now}
      FROM users WHERE organization_id = ${to}::uuid AND id = ${there.id}::uuid`);
    await tx.$executeRaw(sql`
      UPDATE users SET last_sign_in_at = ${now} WHERE organization_id = ${to}::uuid AND id = ${there.id}::uuid`);
    await record(tx, userCtx(from, now), [{ kind: "user.signed_out", subject: from.email }]);
    const after = { method: "switched", address } as const;
    await record(tx, userCtx(there, now), [{ kind: "user.signed_in", subject: there.email, after }]);
    return { organizationId: to, sessionId, role: there.role };
  });
}

/** Locks the person first, as a new password does, which ends the session that asks. */
async function lockAsking(
  tx: Tx,
  { organizationId, sessionId }: Asking,
  now: Date,
): Promise<Found | undefined> {
  const { longest, idle } = config().sessions;
  const before = (seconds: number) => new Date(now.getTime() - seconds * 1000);
  const asked = sql`sessions.organization_id = ${organizationId}::uuid AND token_hash = ${hashOf(sessionId)}`;
  await tx.$queryRaw(sql`
    SELECT FROM people WHERE id = (
      SELECT person_id FROM sessions
      JOIN users ON users.organization_id = sessions.organization_id AND users.id = sessions.user_id
      WHERE ${asked}) FOR UPDATE`);
  const [found] = await tx.$queryRaw<Found[]>(sql`
    SELECT sessions.id AS "sessionRow", sessions.created_at AS "createdAt", second_factor AS "secondFactor", single_sign_on AS "singleSignOn", users.person_id AS "personId",
      users.organization_id AS "organizationId", users.id, users.name, users.email, users.role
    FROM sessions JOIN users ON users.organization_id = sessions.organization_id AND users.id = sessions.user_id
    JOIN organizations ON organizations.id = sessions.organization_id
    WHERE ${asked} AND (single_sign_on OR NOT single_sign_on_only) AND ended_at IS NULL AND users.active AND users.session_version = sessions.session_version
      AND sessions.created_at > ${before(longest)} AND last_used_at > ${before(idle)}
    FOR UPDATE OF sessions`);
  return found;
}

/** Locks what the person is in the other organization, so that a deactivation comes before or after, and ends the session. */
async function lockThere(
  tx: Tx,
  { personId, organizationId }: Found,
  to: string,
): Promise<There | undefined> {
  const [there] = await tx.$queryRaw<There[]>(sql`
    SELECT organization_id AS "organizationId", users.id, users.name, users.email, role,
      organizations.name AS organization, role = ANY (second_factor_roles) AS "needsFactor", single_sign_on_only AS "singleSignOnOnly"
    FROM users JOIN organizations ON organizations.id = organization_id
    WHERE organization_id = ${to}::uuid AND person_id = ${personId}::uuid AND organization_id <> ${organizationId}::uuid
      AND active AND accepted_at IS NOT NULL
    FOR UPDATE OF users`);
  return there;
}
