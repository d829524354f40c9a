import "server-only";
import type { Refused } from "@/lib/domain/refusals/refusal";
import { type Result, refuse } from "@/lib/domain/values/result";
import { accountRoleOf, CreateUserInput, InviteUserInput } from "@/lib/schemas/users";
import type { Ctx } from "../kernel/ctx";
import { isUniqueViolation, transaction } from "../kernel/transaction";
import { hashPassword } from "../sign-in/password/password";
import { addUser } from "./add-user";

type Created = Result<
  { id: string },
  Refused<"email_taken" | "unknown_role" | "unknown_account" | "no_reseller">
>;

/**
 * Creates a user with a password, of an address with which nobody has signed in. Only the command line, the demo and tests use
 * it, since people who sign in invite others by `inviteUser`. It takes any password that is long enough. See docs/domain.md,
 * section 7.
 */
export async function createUser(ctx: Ctx, raw: unknown): Promise<Created> {
  const { password, ...input } = CreateUserInput.parse(raw);
  const passwordHash = await hashPassword(password);
  return orTaken(
    transaction(ctx, (tx) =>
      addUser(tx, ctx, { ...input, accountRole: accountRoleOf(input) }, { passwordHash }),
    ),
  );
}

/** Adds somebody who signs in to another organization, with the password that they have. Only the command line uses it. */
export async function addExistingUser(ctx: Ctx, raw: unknown): Promise<Created> {
  const input = InviteUserInput.parse(raw);
  return orTaken(
    transaction(ctx, (tx) =>
      addUser(tx, ctx, { ...input, accountRole: accountRoleOf(input) }, "with_own_password"),
    ),
  );
}

async function orTaken(work: Promise<Created>): Promise<Created> {
  try {
    return await work;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return refuse({ reason: "email_taken", path: "email" });
  }
}
