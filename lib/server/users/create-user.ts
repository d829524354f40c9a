import "server-only";
import type { Refused } from "@/lib/domain/refusals/refusal";
import { type Result, refuse } from "@/lib/domain/values/result";
import { CreateUserInput } from "@/lib/schemas/users";
import type { Ctx } from "../kernel/ctx";
import { isUniqueViolation, transaction } from "../kernel/transaction";
import { hashPassword } from "../sign-in/password";
import { addUser } from "./add-user";

/**
 * Creates a user with a password. Only the command line, the demo and tests use it, since people who sign in invite others by
 * `inviteUser`. It takes any password that is long enough. See docs/domain.md, section 7.
 */
export async function createUser(
  ctx: Ctx,
  raw: unknown,
): Promise<Result<{ id: string }, Refused<"email_taken" | "unknown_account" | "no_reseller">>> {
  const { password, ...input } = CreateUserInput.parse(raw);
  const passwordHash = await hashPassword(password);
  try {
    return await transaction(ctx, (tx) => addUser(tx, ctx, { ...input, passwordHash }));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return refuse({ reason: "email_taken", path: "email" });
  }
}
