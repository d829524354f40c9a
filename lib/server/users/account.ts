import "server-only";
import type { Role } from "@/lib/domain/permissions";
import { ok, type Result } from "@/lib/domain/values/result";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { type FieldRefusal, refuseField } from "../kernel/refusals";

/** The code of the account that a customer or reseller will act for; null for staff. */
export async function findUserAccount(
  tx: Tx,
  ctx: Ctx,
  { role, accountId }: { role: Role; accountId: string | null },
): Promise<Result<string | null, FieldRefusal<"unknown_account" | "no_reseller">>> {
  if (accountId === null) return ok(null);
  const account = await tx.account.findUnique({
    where: { organizationId_id: { organizationId: ctx.organizationId, id: accountId } },
    select: { code: true, type: true },
  });
  if (!account) {
    return refuseField("unknown_account", "accountId", "There is no such account. Choose one from the list.");
  }
  if (role === "reseller" && account.type !== "reseller") {
    return refuseField(
      "no_reseller",
      "accountId",
      "This account is no reseller. Choose one, or make it one.",
    );
  }
  return ok(account.code);
}
