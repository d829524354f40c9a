import "server-only";
import type { Role } from "@/lib/domain/permissions";
import type { Ctx } from "../kernel/ctx";
import { Prisma, type Tx } from "../kernel/db";
import { Conflict, NotFound } from "../kernel/errors";

export type LockedUser = {
  id: string;
  email: string;
  name: string;
  role: Role;
  active: boolean;
  accountId: string | null;
  acceptedAt: Date | null;
};

/**
 * Locks the user and every active administrator who has accepted in a fixed order, so that two administrators who change each other's
 * role cannot leave the organization without one. @throws NotFound, Conflict
 */
export async function lockUser(
  tx: Tx,
  ctx: Ctx,
  wanted: { id: string; version: number },
): Promise<{ user: LockedUser; lastAdministrator: boolean }> {
  const rows = await tx.$queryRaw<(LockedUser & { version: number })[]>(Prisma.sql`
    SELECT id, email, name, role, active, version, account_id AS "accountId", accepted_at AS "acceptedAt" FROM users
    WHERE organization_id = ${ctx.organizationId}::uuid
      AND (id = ${wanted.id}::uuid OR (role = 'administrator' AND active AND accepted_at IS NOT NULL))
    ORDER BY id FOR UPDATE`);
  const user = rows.find((row) => row.id === wanted.id);
  if (!user) throw new NotFound("user", wanted.id);
  if (user.version !== wanted.version) throw new Conflict(user.name);

  // Somebody who is invited may never accept, and so does not count.
  const [others, isAdministrator] = [rows.filter((row) => row.id !== user.id && counts(row)), counts(user)];
  return { user, lastAdministrator: isAdministrator && others.length === 0 };
}

function counts({ active, role, acceptedAt }: LockedUser): boolean {
  return active && role === "administrator" && acceptedAt !== null;
}

export type LockedPerson = LockedUser & {
  version: number;
  personId: string;
  passwordHash: string | null;
  /** Is null for a person who has not accepted an invitation of any organization. */
  firstAcceptedAt: Date | null;
};

/**
 * Locks a person and what they are in this organization, whatever their version is, for what concerns how they sign in. The
 * person comes first, so that two organizations at once wait for each other. @throws NotFound
 */
export async function lockPerson(tx: Tx, ctx: Ctx, id: string): Promise<LockedPerson> {
  const here = Prisma.sql`organization_id = ${ctx.organizationId}::uuid AND id = ${id}::uuid`;
  const [person] = await tx.$queryRaw<Pick<LockedPerson, "passwordHash" | "firstAcceptedAt">[]>(Prisma.sql`
    SELECT password_hash AS "passwordHash", accepted_at AS "firstAcceptedAt" FROM people
    WHERE id = (SELECT person_id FROM users WHERE ${here}) FOR UPDATE`);
  const [user] = await tx.$queryRaw<Omit<LockedPerson, "passwordHash" | "firstAcceptedAt">[]>(Prisma.sql`
    SELECT id, person_id AS "personId", email, name, role, active, version, account_id AS "accountId", accepted_at AS "acceptedAt"
    FROM users WHERE ${here} FOR UPDATE`);
  if (!person || !user) throw new NotFound("user", id);
  return { ...user, ...person };
}
