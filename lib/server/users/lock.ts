import "server-only";
import type { Ctx } from "../kernel/ctx";
import { Prisma, type Tx } from "../kernel/db";
import { Conflict, NotFound } from "../kernel/errors";
import { type LockedUser, lockManagers, lockRoles, managingOf } from "../roles/lock";

/**
 * Locks the roles, the user and every active person who manages users and roles, in a fixed order, so that two who take each
 * other's role at once cannot leave the organization without one. @throws NotFound, Conflict
 */
export async function lockUser(
  tx: Tx,
  ctx: Ctx,
  wanted: { id: string; version: number },
): Promise<{ user: LockedUser; lastManager: boolean }> {
  const roles = await lockRoles(tx, ctx, "share");
  const people = await lockManagers(tx, ctx, managingOf(roles), wanted.id);
  const user = people.find(({ id }) => id === wanted.id);
  if (!user) throw new NotFound("user", wanted.id);
  if (user.version !== wanted.version) throw new Conflict(user.name);
  const others = people.filter(({ id, manages }) => id !== user.id && manages);
  return { user, lastManager: user.manages && others.length === 0 };
}

export type LockedPerson = LockedUser & {
  version: number;
  personId: string;
  passwordHash: string | null;
  emailProvenAt: Date | null;
  /** Is null for a person who has not accepted an invitation of any organization. */
  firstAcceptedAt: Date | null;
};

/** Names what belongs to the person in all organizations. */
type OfPerson = "passwordHash" | "emailProvenAt" | "firstAcceptedAt";

/**
 * Locks a person and what they are in this organization, whatever their version is, for what concerns how they sign in. The
 * person comes first, so that two organizations at once wait for each other. @throws NotFound
 */
export async function lockPerson(tx: Tx, ctx: Ctx, id: string): Promise<LockedPerson> {
  const here = Prisma.sql`organization_id = ${ctx.organizationId}::uuid AND id = ${id}::uuid`;
  const [person] = await tx.$queryRaw<Pick<LockedPerson, OfPerson>[]>(Prisma.sql`
    SELECT password_hash AS "passwordHash", email_proven_at AS "emailProvenAt", accepted_at AS "firstAcceptedAt" FROM people
    WHERE id = (SELECT person_id FROM users WHERE ${here}) FOR UPDATE`);
  const [user] = await tx.$queryRaw<Omit<LockedPerson, OfPerson>[]>(Prisma.sql`
    SELECT id, person_id AS "personId", email, name, role, role_id AS "roleId", account_role AS "accountRole", active, version,
      account_id AS "accountId", accepted_at AS "acceptedAt"
    FROM users WHERE ${here} FOR UPDATE`);
  if (!person || !user) throw new NotFound("user", id);
  return { ...user, ...person };
}
