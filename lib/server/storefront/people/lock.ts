import "server-only";
import type { AccountRole } from "@/lib/domain/account-role";
import type { Role } from "@/lib/domain/permissions";
import type { Tx } from "../../kernel/db";
import { sql } from "../../kernel/db";
import { Conflict, NotFound } from "../../kernel/errors";
import type { CustomerCtx } from "../customer";

type Colleague = {
  id: string;
  email: string;
  name: string;
  role: Role;
  accountRole: AccountRole;
  active: boolean;
  version: number;
  acceptedAt: Date | null;
};

/**
 * Locks a person of the customer's own account and all of its active administrators by id, so that two who take each other's
 * role at once leave one. @throws NotFound, Conflict
 */
export async function lockColleague(
  tx: Tx,
  { ctx, accountId }: CustomerCtx,
  wanted: { id: string; version?: number },
): Promise<{ colleague: Colleague; lastAdministrator: boolean }> {
  const rows = await tx.$queryRaw<Colleague[]>(sql`
    SELECT id, email, name, role, account_role AS "accountRole", active, version, accepted_at AS "acceptedAt" FROM users
    WHERE organization_id = ${ctx.organizationId}::uuid AND account_id = ${accountId}::uuid
      AND (id = ${wanted.id}::uuid OR (active AND account_role = 'administrator'))
    ORDER BY id FOR UPDATE`);
  const colleague = rows.find(({ id }) => id === wanted.id);
  if (!colleague) throw new NotFound("person", wanted.id);
  if (wanted.version !== undefined && colleague.version !== wanted.version)
    throw new Conflict(colleague.name);
  // Somebody who is invited may never accept, and so does not count.
  const administers = ({ active, acceptedAt, accountRole }: Colleague) =>
    active && acceptedAt !== null && accountRole === "administrator";
  const others = rows.filter((row) => row.id !== colleague.id && administers(row));
  return { colleague, lastAdministrator: administers(colleague) && others.length === 0 };
}
