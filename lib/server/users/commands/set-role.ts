import "server-only";
import { z } from "zod";
import { isStaff } from "@/lib/domain/permissions";
import { managesPeople } from "@/lib/domain/roles/managing";
import { ok, refuse } from "@/lib/domain/values/result";
import { Id, optional, Version } from "@/lib/schemas/fields";
import { AccountRoleInput, accountGoesWithRole, Role, roleIdGoesWithRole } from "@/lib/schemas/users";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { requireAllOf } from "../../roles/needed-for";
import { findUserAccount } from "../account";
import { findChosenRole, roleFacts } from "../chosen-role";
import { lockUser } from "../lock";

const SetRoleInput = z
  .strictObject({
    id: Id,
    version: Version,
    role: Role,
    roleId: optional(Id),
    accountId: optional(Id),
    accountRole: AccountRoleInput,
  })
  .superRefine(roleIdGoesWithRole)
  .superRefine(accountGoesWithRole);

/**
 * Gives a user another role, which counts from their next request on. The caller needs all permissions that the user has before
 * and afterwards. @throws Forbidden, NotFound, Conflict
 */
export const setRole = command({
  name: "user.set-role",
  caller: staff("user:save"),
  input: SetRoleInput,
  output: z.object({ id: Id }),
  refusals: refusals("last_administrator", "unknown_role", "unknown_account", "no_reseller"),
  async run({ tx, ctx }, input) {
    const { user, lastManager } = await lockUser(tx, ctx, input);
    const before = await requireAllOf(tx, ctx, user);
    const chosen = await findChosenRole(tx, ctx, input);
    if (!chosen.ok) return chosen;
    if (lastManager && !managesPeople(chosen.value.permissions)) {
      return refuse({ reason: "last_administrator", name: user.name, path: "role" });
    }
    const account = await findUserAccount(tx, ctx, input);
    if (!account.ok) return account;

    const accountRole = isStaff(input.role)
      ? null
      : (input.accountRole ?? user.accountRole ?? "administrator");
    await tx.user.updateMany({
      where: { id: user.id },
      data: {
        role: input.role,
        roleId: input.roleId,
        accountId: input.accountId,
        accountRole,
        version: { increment: 1 },
      },
    });
    await record(tx, ctx, [
      {
        kind: "user.role_changed",
        subject: user.email,
        before: roleFacts(user, before),
        after: { ...roleFacts({ role: input.role, accountRole }, chosen.value), account: account.value },
      },
    ]);
    return ok({ id: user.id });
  },
});
