import "server-only";
import { ok, type Result } from "@/lib/domain/result";
import { SetRoleInput } from "@/lib/schemas/users";
import { type Ctx, requirePermission } from "../kernel/ctx";
import { type FieldRefusal, refuseField } from "../kernel/field-refusal";
import { recordAudit } from "../kernel/history";
import { transaction } from "../kernel/transaction";
import { findUserAccount } from "./account";
import { lockUser } from "./lock";

export type SetRoleRefusal = FieldRefusal<"last_administrator" | "unknown_account" | "no_reseller">;

/** Gives a user another role, which counts from their next request on. @throws NotFound, Conflict */
export async function setRole(ctx: Ctx, raw: unknown): Promise<Result<{ id: string }, SetRoleRefusal>> {
  requirePermission(ctx, "user:save");
  const input = SetRoleInput.parse(raw);

  return transaction(ctx, async (tx) => {
    const { user, lastAdministrator } = await lockUser(tx, ctx, input);
    if (lastAdministrator && input.role !== "administrator") {
      const message = `${user.name} is the last active administrator. Make somebody else administrator first.`;
      return refuseField("last_administrator", "role", message);
    }
    const account = await findUserAccount(tx, ctx, input);
    if (!account.ok) return account;

    await tx.user.updateMany({
      where: { id: user.id },
      data: { role: input.role, accountId: input.accountId, version: { increment: 1 } },
    });
    await recordAudit(tx, ctx, {
      event: "user_role_changed",
      subject: user.email,
      before: { role: user.role },
      after: { role: input.role, account: account.value },
    });
    return ok({ id: user.id });
  });
}
