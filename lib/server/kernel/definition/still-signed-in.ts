import "server-only";
import type { Ctx } from "../ctx";
import { sql, type Tx } from "../db";
import { SessionEnded } from "../errors";

/**
 * Requires within a command's work that the session in which its person asks has not been ended meanwhile. It locks what
 * ends sessions until the commit, so that an end comes before the work, which is then taken back, or after it. See
 * docs/domain.md, section 7, "Sessions". @throws SessionEnded
 */
export async function requireStillSignedIn(
  tx: Tx,
  { organizationId, sessionId }: Pick<Ctx, "organizationId" | "sessionId">,
): Promise<void> {
  if (sessionId === undefined) return;
  const [session] = await tx.$queryRaw<{ id: string }[]>(sql`
    SELECT sessions.id FROM sessions
    JOIN users ON users.organization_id = sessions.organization_id AND users.id = sessions.user_id
    WHERE sessions.organization_id = ${organizationId}::uuid AND sessions.id = ${sessionId}::uuid
      AND ended_at IS NULL AND users.active AND users.session_version = sessions.session_version
    FOR SHARE OF sessions, users`);
  if (!session) throw new SessionEnded();
}
