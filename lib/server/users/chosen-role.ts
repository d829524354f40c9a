import "server-only";
import type { AccountRole } from "@/lib/domain/account-role";
import type { Role } from "@/lib/domain/permissions";
import type { Refused } from "@/lib/domain/refusals/refusal";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { type FoundRole, findRole, type RoleOfPerson, requireAll } from "../roles/needed-for";

/** Returns the role that somebody is to get. Nobody hands out one that allows more than they may themselves. @throws Forbidden */
export async function findChosenRole(
  tx: Tx,
  ctx: Ctx,
  chosen: RoleOfPerson,
): Promise<Result<FoundRole, Refused<"unknown_role">>> {
  const role = await findRole(tx, ctx, chosen);
  if (!role) return refuse({ reason: "unknown_role", path: "roleId" });
  requireAll(ctx, role.permissions);
  return ok(role);
}

/** Returns how an event names what somebody is. */
export function roleFacts(
  { role, accountRole }: { role: Role; accountRole: AccountRole | null },
  { name }: FoundRole,
) {
  return { role, ...(name !== null && { customRole: name }), ...(accountRole !== null && { accountRole }) };
}
