import "server-only";
import type { AccountRole } from "@/lib/domain/account-role";
import type { Role } from "@/lib/domain/permissions";
import type { Refused } from "@/lib/domain/refusals/refusal";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { record } from "../kernel/record";
import { accept, acceptWithPassword } from "../people/accept";
import { personWith } from "../people/person-with";
import { findUserAccount } from "./account";
import { findChosenRole, roleFacts } from "./chosen-role";

/** Describes a new user as the row holds them. */
type NewUser = {
  email: string;
  name: string;
  role: Role;
  roleId: string | null;
  accountRole: AccountRole | null;
  accountId: string | null;
  timeZone: string | null;
};

/** Says how a new user comes in: by an invitation, with a first password, or with the one that they have elsewhere. */
type Entry = "invited" | { passwordHash: string } | "with_own_password";

/**
 * Writes what a person is in this organization, and the person if nobody has the address. It does and answers the same whether
 * or not they are in another organization. See docs/domain.md, section 7, "Invitations".
 */
export async function addUser(
  tx: Tx,
  ctx: Ctx,
  user: NewUser,
  entry: Entry,
): Promise<
  Result<{ id: string }, Refused<"email_taken" | "unknown_role" | "unknown_account" | "no_reseller">>
> {
  const role = await findChosenRole(tx, ctx, user);
  if (!role.ok) return role;
  const account = await findUserAccount(tx, ctx, user);
  if (!account.ok) return account;

  const { organizationId } = ctx;
  const { id: personId, ...addresses } = await personWith(tx, user.email);
  const here = await tx.user.count({ where: { organizationId, personId } });
  if (here > 0) return refuse({ reason: "email_taken", path: "email" });
  const made = await tx.user.create({
    data: { organizationId, ...user, ...addresses, personId, createdAt: ctx.now },
    select: { id: true },
  });
  if (entry === "with_own_password") await accept(tx, ctx, { id: made.id, personId });
  else if (entry !== "invited") {
    await acceptWithPassword(tx, ctx, { id: made.id, personId, ...entry });
    // The people who run the product vouch for the address.
    await tx.person.update({ where: { id: personId }, data: { emailProvenAt: ctx.now } });
  }
  const kind = entry === "invited" ? "user.invited" : "user.created";
  const after = { name: user.name, ...roleFacts(user, role.value), account: account.value };
  await record(tx, ctx, [{ kind, subject: user.email, after }]);
  return ok(made);
}
