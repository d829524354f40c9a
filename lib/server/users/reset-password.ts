import "server-only";
import { ok, type Result } from "@/lib/domain/result";
import { ResetPasswordInput } from "@/lib/schemas/users";
import { type Ctx, requirePermission } from "../kernel/ctx";
import { NotFound } from "../kernel/errors";
import { recordAudit } from "../kernel/history";
import { transaction } from "../kernel/transaction";
import { hashPassword } from "../sign-in/password";

/** Gives a user a new password and ends every session they have. @throws NotFound */
export async function resetPassword(ctx: Ctx, raw: unknown): Promise<Result<{ id: string }, never>> {
  requirePermission(ctx, "user:save");
  const input = ResetPasswordInput.parse(raw);
  const passwordHash = await hashPassword(input.password);

  return transaction(ctx, async (tx) => {
    const [user] = await tx.user.updateManyAndReturn({
      where: { id: input.id },
      data: { passwordHash, sessionVersion: { increment: 1 }, version: { increment: 1 } },
      select: { id: true, email: true },
    });
    if (!user) throw new NotFound("user", input.id);
    await recordAudit(tx, ctx, { event: "user_password_reset", subject: user.email });
    return ok({ id: user.id });
  });
}
