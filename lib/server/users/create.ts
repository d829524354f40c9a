import "server-only";
import { sentAddress } from "@/lib/domain/email";
import { ok, type Result } from "@/lib/domain/result";
import { CreateUserInput } from "@/lib/schemas/users";
import { type Ctx, requirePermission } from "../kernel/ctx";
import { type FieldRefusal, isUniqueViolation, refuseField } from "../kernel/field-refusal";
import { recordAudit } from "../kernel/history";
import { transaction } from "../kernel/transaction";
import { hashPassword } from "../sign-in/password";
import { findUserAccount } from "./account";

export type CreateUserRefusal = FieldRefusal<"email_taken" | "unknown_account" | "no_reseller">;

/** Adds a person who can sign in with this email and password: docs/domain.md, section 7. */
export async function createUser(ctx: Ctx, raw: unknown): Promise<Result<{ id: string }, CreateUserRefusal>> {
  requirePermission(ctx, "user:save");
  const { password, ...input } = CreateUserInput.parse(raw);
  const passwordHash = await hashPassword(password);

  try {
    return await transaction(ctx, async (tx) => {
      const account = await findUserAccount(tx, ctx, input);
      if (!account.ok) return account;

      const user = await tx.user.create({
        data: {
          organizationId: ctx.organizationId,
          ...input,
          sentEmail: sentAddress(input.email) ?? input.email,
          passwordHash,
          createdAt: ctx.now,
        },
        select: { id: true },
      });
      const after = { name: input.name, role: input.role, account: account.value };
      await recordAudit(tx, ctx, { event: "user_created", subject: input.email, after });
      return ok(user);
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return refuseField(
      "email_taken",
      "email",
      "Somebody signs in with this email already. Enter another one.",
    );
  }
}
