import "server-only";
import type { Role } from "@/lib/domain/permissions";
import type { Refused } from "@/lib/domain/refusals/refusal";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";

/** Returns the code of the account that a customer or reseller will act for; null for staff. */
export async function findUserAccount(
  tx: Tx,
  ctx: Ctx,
  { role, accountId }: { role: Role; accountId: string | null },
): Promise<Result<string | null, Refused<"unknown_account" | "no_reseller">>> {
  if (accountId === null) return ok(null);
  const account = await tx.account.findUnique({
    where: { organizationId_id: { organizationId: ctx.organizationId, id: accountId } },
    select: { code: true, type: true },
  });
  if (!account) {
    return refuse({ reason: "unknown_account", path: "accountId" });
  }
  if (role === "reseller" && account.type !== "reseller") {
    return refuse({ reason: "no_reseller", path: "accountId" });
  }
  return ok(account.code);
}
