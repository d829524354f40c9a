import "server-only";
import { z } from "zod";
import { ok } from "@/lib/domain/values/result";
import { Id } from "@/lib/schemas/fields";
import { Password } from "@/lib/schemas/users";
import { requirePermission } from "../../kernel/ctx";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { NotFound } from "../../kernel/errors";
import { record } from "../../kernel/record";
import { hashPassword } from "../../sign-in/password";
import { neededFor } from "../needed-for";

const ResetPasswordInput = z.strictObject({ id: Id, password: Password });

/** Sets a new password and ends every session of the user. @throws NotFound */
export const resetPassword = command({
  name: "user.reset-password",
  caller: staff("user:save"),
  input: ResetPasswordInput,
  output: z.object({ id: Id }),
  refusals: refusals(),
  prepare: async (_, { password }) => ok(await hashPassword(password)),
  async run({ tx, ctx, prepared: passwordHash }, input) {
    const [user] = await tx.user.updateManyAndReturn({
      where: { id: input.id },
      data: { passwordHash, sessionVersion: { increment: 1 }, version: { increment: 1 } },
      select: { id: true, email: true, role: true },
    });
    if (!user) throw new NotFound("user", input.id);
    for (const permission of neededFor(user.role)) requirePermission(ctx, permission);
    await record(tx, ctx, [{ kind: "user.password_reset", subject: user.email }]);
    return ok({ id: user.id });
  },
});
