import "server-only";
import type { Role } from "@/lib/domain/permissions";
import type { Refused } from "@/lib/domain/refusals/refusal";
import { sentAddress } from "@/lib/domain/values/email";
import { ok, type Result } from "@/lib/domain/values/result";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { record } from "../kernel/record";
import { findUserAccount } from "./account";

/** Describes a new user as the row holds them. */
type NewUser = {
  email: string;
  name: string;
  role: Role;
  accountId: string | null;
  timeZone: string | null;
  /** Is null for a person who is invited and has not chosen a password. */
  passwordHash: string | null;
};

/** Writes the row of a new user. The caller turns a violated unique index into `email_taken`. */
export async function addUser(
  tx: Tx,
  ctx: Ctx,
  user: NewUser,
): Promise<Result<{ id: string }, Refused<"unknown_account" | "no_reseller">>> {
  const account = await findUserAccount(tx, ctx, user);
  if (!account.ok) return account;

  const made = await tx.user.create({
    data: {
      organizationId: ctx.organizationId,
      ...user,
      sentEmail: sentAddress(user.email) ?? user.email,
      createdAt: ctx.now,
    },
    select: { id: true },
  });
  const kind = user.passwordHash === null ? "user.invited" : "user.created";
  const after = { name: user.name, role: user.role, account: account.value };
  await record(tx, ctx, [{ kind, subject: user.email, after }]);
  return ok(made);
}
