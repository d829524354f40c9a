import "server-only";
import type { Role } from "@/lib/domain/permissions";
import type { Refused } from "@/lib/domain/refusals/refusal";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { record } from "../kernel/record";
import { accept } from "../people/accept";
import { personWith } from "../people/person-with";
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

/** Writes the rows of a new person and of what they are in this organization. */
export async function addUser(
  tx: Tx,
  ctx: Ctx,
  { passwordHash, ...user }: NewUser,
): Promise<Result<{ id: string }, Refused<"email_taken" | "unknown_account" | "no_reseller">>> {
  const account = await findUserAccount(tx, ctx, user);
  if (!account.ok) return account;

  const { isNew, id: personId, ...addresses } = await personWith(tx, user.email);
  if (!isNew) return refuse({ reason: "email_taken", path: "email" });
  const made = await tx.user.create({
    data: { organizationId: ctx.organizationId, ...user, ...addresses, personId, createdAt: ctx.now },
    select: { id: true },
  });
  if (passwordHash !== null) {
    await accept(tx, ctx, { id: made.id, personId });
    await tx.person.update({ where: { id: personId }, data: { passwordHash } });
  }
  const kind = passwordHash === null ? "user.invited" : "user.created";
  const after = { name: user.name, role: user.role, account: account.value };
  await record(tx, ctx, [{ kind, subject: user.email, after }]);
  return ok(made);
}
