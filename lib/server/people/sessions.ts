import "server-only";
import { config } from "../kernel/config";
import type { Ctx } from "../kernel/ctx";
import { sql, unscoped } from "../kernel/db";

export type PersonSession = {
  id: string;
  organization: string;
  device: string;
  address: string;
  createdAt: Date;
  lastUsedAt: Date;
};

/** Returns the sessions of the person who is this user that count, in all their organizations, the last used first. */
export function sessionsOf(
  { organizationId, now }: Ctx,
  userId: string,
  most: number,
): Promise<PersonSession[]> {
  const { longest, idle } = config().sessions;
  const before = (seconds: number) => new Date(now.getTime() - seconds * 1000);
  return unscoped().$queryRaw<PersonSession[]>(sql`
    SELECT sessions.id, organizations.name AS organization, device, address, sessions.created_at AS "createdAt",
      last_used_at AS "lastUsedAt"
    FROM users AS asking
    JOIN users ON users.person_id = asking.person_id AND users.active
    JOIN sessions ON sessions.organization_id = users.organization_id AND sessions.user_id = users.id
      AND sessions.session_version = users.session_version
    JOIN organizations ON organizations.id = users.organization_id
    WHERE asking.organization_id = ${organizationId}::uuid AND asking.id = ${userId}::uuid
      AND ended_at IS NULL AND sessions.created_at > ${before(longest)} AND last_used_at > ${before(idle)}
    ORDER BY last_used_at DESC, sessions.id LIMIT ${most}`);
}
