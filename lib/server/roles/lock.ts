import "server-only";
import type { AccountRole } from "@/lib/domain/account-role";
import type { Permission, Role } from "@/lib/domain/permissions";
import { managesPeople } from "@/lib/domain/roles/managing";
import type { Ctx } from "../kernel/ctx";
import { sql, type Tx } from "../kernel/db";
import { Conflict, NotFound } from "../kernel/errors";

type LockedRole = { id: string; name: string; permissions: Permission[]; version: number };

type Strength = keyof typeof strengths;

const strengths = { share: sql`FOR SHARE`, change: sql`FOR NO KEY UPDATE`, delete: sql`FOR UPDATE` };

/**
 * Locks all roles of the organization by id. A command that counts the people who manage users and roles, and one that
 * changes what a role allows, then come one after the other. A command that locks people, too, does so afterwards.
 */
export function lockRoles(tx: Tx, ctx: Ctx, strength: Strength): Promise<LockedRole[]> {
  return tx.$queryRaw<LockedRole[]>(sql`
    SELECT id, name, permissions, version FROM roles
    WHERE organization_id = ${ctx.organizationId}::uuid ORDER BY id ${strengths[strength]}`);
}

/** Locks all roles, and returns one as it was seen and the ids of those that manage users and roles. @throws NotFound, Conflict */
export async function lockRole(
  tx: Tx,
  ctx: Ctx,
  { id, version }: { id: string; version: number },
  strength: Strength,
): Promise<{ role: LockedRole; managing: string[] }> {
  const roles = await lockRoles(tx, ctx, strength);
  const role = roles.find((one) => one.id === id);
  if (!role) throw new NotFound("role", id);
  if (role.version !== version) throw new Conflict(role.name);
  return { role, managing: managingOf(roles) };
}

/** Returns the ids of the roles whose people manage users and roles. */
export function managingOf(roles: readonly LockedRole[]): string[] {
  return roles.filter(({ permissions }) => managesPeople(permissions)).map(({ id }) => id);
}

export type LockedUser = {
  id: string;
  email: string;
  name: string;
  role: Role;
  roleId: string | null;
  accountRole: AccountRole | null;
  active: boolean;
  accountId: string | null;
  acceptedAt: Date | null;
};

type LockedManager = LockedUser & { version: number; manages: boolean };

/**
 * Locks every active person who has accepted and manages users and roles by id: the administrators, and those with one of these roles. The
 * person with `id` is locked with them, whatever they may do.
 */
export async function lockManagers(
  tx: Tx,
  ctx: Ctx,
  managing: readonly string[],
  id: string | null = null,
): Promise<LockedManager[]> {
  const rows = await tx.$queryRaw<Omit<LockedManager, "manages">[]>(sql`
    SELECT id, email, name, role, role_id AS "roleId", account_role AS "accountRole", active, version,
      account_id AS "accountId", accepted_at AS "acceptedAt"
    FROM users
    WHERE organization_id = ${ctx.organizationId}::uuid
      AND (id = ${id}::uuid OR (active AND accepted_at IS NOT NULL AND (role = 'administrator' OR role_id = ANY(${[...managing]}::uuid[]))))
    ORDER BY id FOR UPDATE`);
  // Somebody who is invited may never accept, and so does not count.
  const manages = ({ active, acceptedAt, role, roleId }: (typeof rows)[number]) =>
    active &&
    acceptedAt !== null &&
    (role === "administrator" || (roleId !== null && managing.includes(roleId)));
  return rows.map((row) => ({ ...row, manages: manages(row) }));
}
