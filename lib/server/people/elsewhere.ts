import "server-only";
import type { SetupEvent } from "@/lib/domain/events/setup-event";
import { config } from "../kernel/config";
import type { Ctx } from "../kernel/ctx";
import { sql, type Tx } from "../kernel/db";

/**
 * What a command of one organization does in the other organizations of a person: functions of the database, and nothing else.
 * The caller has locked the person. See docs/domain.md, section 7, "Several organizations".
 */

/** Ends the sessions of a person in all other organizations and voids their links there, but for invitations. */
export async function endElsewhere(tx: Tx, { organizationId, now }: Ctx, personId: string): Promise<void> {
  await tx.$queryRaw(sql`SELECT end_elsewhere(${personId}::uuid, ${organizationId}::uuid, ${now})::text`);
}

/** Voids the links of a person in all other organizations, but for invitations. */
export async function voidLinksElsewhere(
  tx: Tx,
  { organizationId, now }: Ctx,
  personId: string,
): Promise<void> {
  await tx.$queryRaw(
    sql`SELECT void_links_elsewhere(${personId}::uuid, ${organizationId}::uuid, ${now})::text`,
  );
}

/** Tells whether a person has accepted an invitation of another organization. */
export async function acceptedElsewhere(tx: Tx, { organizationId }: Ctx, personId: string): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ elsewhere: boolean }[]>(
    sql`SELECT accepted_elsewhere(${personId}::uuid, ${organizationId}::uuid) AS elsewhere`,
  );
  return found?.elsewhere ?? false;
}

type Told = Extract<
  SetupEvent,
  {
    kind:
      | "user.password_changed"
      | "user.password_reset"
      | "user.email_changed"
      | "user.second_factor_added"
      | "user.second_factor_removed"
      | "user.second_factor_reset"
      | "user.recovery_codes_made"
      | "user.identity_linked"
      | "user.identity_unlinked";
  }
>;

/** Tells a change of what belongs to the person in the audit logs of all other organizations. */
export async function recordElsewhere(
  tx: Tx,
  { organizationId, now, requestId }: Ctx,
  personId: string,
  { kind, ...facts }: Told,
): Promise<void> {
  const { before = null, after = null } = facts as { before?: object; after?: object };
  await tx.$queryRaw(sql`
    SELECT record_elsewhere(${personId}::uuid, ${organizationId}::uuid, ${kind}, ${before && JSON.stringify(before)}::jsonb,
      ${after && JSON.stringify(after)}::jsonb, ${now}, ${requestId}::uuid)::text`);
}

/** Ends the sessions of a person in all other organizations, and returns how many ended. */
export async function endSessionsElsewhere(
  tx: Tx,
  { organizationId, now, requestId }: Ctx,
  personId: string,
): Promise<number> {
  const { longest, idle } = config().sessions;
  const before = (seconds: number) => new Date(now.getTime() - seconds * 1000);
  const [answer] = await tx.$queryRaw<{ ended: number }[]>(sql`
    SELECT end_sessions_elsewhere(${personId}::uuid, ${organizationId}::uuid, ${now}, ${before(longest)}, ${before(idle)},
      ${requestId}::uuid) AS ended`);
  return answer?.ended ?? 0;
}

/** Ends one session of a person in another organization, and tells whether they have it there. */
export async function endSessionElsewhere(
  tx: Tx,
  { organizationId, now, requestId }: Ctx,
  personId: string,
  sessionId: string,
): Promise<boolean> {
  const [answer] = await tx.$queryRaw<{ theirs: boolean }[]>(sql`
    SELECT end_session_elsewhere(${personId}::uuid, ${organizationId}::uuid, ${sessionId}::uuid, ${now},
      ${requestId}::uuid) AS theirs`);
  return answer?.theirs ?? false;
}

/**
 * Leaves open invitations of a person with the address to which they were sent. So no organization learns by its own invitation
 * that somebody has the address, and another one by now.
 */
export async function leaveInvitations(
  tx: Tx,
  personId: string,
  old: { email: string; sentEmail: string },
): Promise<void> {
  await tx.$queryRaw(sql`SELECT leave_invitations(${personId}::uuid, ${old.email}, ${old.sentEmail})::text`);
}
