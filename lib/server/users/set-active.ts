import "server-only";
import { ok, type Result } from "@/lib/domain/result";
import { SetActiveInput } from "@/lib/schemas/users";
import { type Ctx, requirePermission } from "../kernel/ctx";
import { type FieldRefusal, refuseField } from "../kernel/field-refusal";
import { recordAudit } from "../kernel/history";
import { transaction } from "../kernel/transaction";
import { lockUser } from "./lock";

export type DeactivateUserRefusal = FieldRefusal<"own_user" | "last_administrator">;

/** Ends every session of a user at once and lets them sign in no more. @throws NotFound, Conflict */
export async function deactivateUser(
  ctx: Ctx,
  raw: unknown,
): Promise<Result<{ id: string }, DeactivateUserRefusal>> {
  requirePermission(ctx, "user:save");
  const input = SetActiveInput.parse(raw);

  return transaction(ctx, async (tx) => {
    const { user, lastAdministrator } = await lockUser(tx, ctx, input);
    if (user.id === ctx.actor.id) {
      return refuseField("own_user", "", "You cannot deactivate yourself. Ask another administrator.");
    }
    if (lastAdministrator) {
      const message = `${user.name} is the last active administrator. Make somebody else administrator first.`;
      return refuseField("last_administrator", "", message);
    }
    if (!user.active) return ok({ id: user.id });

    await tx.user.updateMany({
      where: { id: user.id },
      data: { active: false, sessionVersion: { increment: 1 }, version: { increment: 1 } },
    });
    await recordAudit(tx, ctx, { event: "user_deactivated", subject: user.email });
    return ok({ id: user.id });
  });
}

/** Lets a deactivated user sign in again, with the password they had. @throws NotFound, Conflict */
export async function activateUser(ctx: Ctx, raw: unknown): Promise<Result<{ id: string }, never>> {
  requirePermission(ctx, "user:save");
  const input = SetActiveInput.parse(raw);

  return transaction(ctx, async (tx) => {
    const { user } = await lockUser(tx, ctx, input);
    if (user.active) return ok({ id: user.id });

    await tx.user.updateMany({ where: { id: user.id }, data: { active: true, version: { increment: 1 } } });
    await recordAudit(tx, ctx, { event: "user_activated", subject: user.email });
    return ok({ id: user.id });
  });
}
