import "server-only";
import { ok, type Result } from "@/lib/domain/result";
import type { Ctx } from "../ctx";
import type { Tx } from "../db";
import { type FieldRefusal, refuseField } from "../field-refusal";

/** The code of the account that a customer or reseller will act for; null for staff. */
export async function findUserAccount(
  tx: Tx,
  ctx: Ctx,
  accountId: string | null,
): Promise<Result<string | null, FieldRefusal<"unknown_account">>> {
  if (accountId === null) return ok(null);
  const account = await tx.account.findUnique({
    where: { organizationId_id: { organizationId: ctx.organizationId, id: accountId } },
    select: { code: true },
  });
  return account
    ? ok(account.code)
    : refuseField("unknown_account", "accountId", "There is no such account. Choose one from the list.");
}
