import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { Id, optional, Version } from "@/lib/schemas/fields";
import { accountGoesWithRole, Role } from "@/lib/schemas/users";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { findUserAccount } from "../account";
import { lockUser } from "../lock";
import { neededFor } from "../needed-for";

const SetRoleInput = z
  .strictObject({ id: Id, version: Version, role: Role, accountId: optional(Id) })
  .superRefine(accountGoesWithRole);

/** Gives a user another role, which counts from their next request on. @throws NotFound, Conflict */
export const setRole = command({
  name: "user.set-role",
  caller: staff("user:save"),
  input: SetRoleInput,
  output: z.object({ id: Id }),
  refusals: refusals("last_administrator", "unknown_account", "no_reseller"),
  needs: ({ role }) => neededFor(role),
  async run({ tx, ctx }, input) {
    const { user, lastAdministrator } = await lockUser(tx, ctx, input);
    if (lastAdministrator && input.role !== "administrator") {
      return refuse({ reason: "last_administrator", name: user.name, path: "role" });
    }
    const account = await findUserAccount(tx, ctx, input);
    if (!account.ok) return account;

    await tx.user.updateMany({
      where: { id: user.id },
      data: { role: input.role, accountId: input.accountId, version: { increment: 1 } },
    });
    await record(tx, ctx, [
      {
        kind: "user.role_changed",
        subject: user.email,
        before: { role: user.role },
        after: { role: input.role, account: account.value },
      },
    ]);
    return ok({ id: user.id });
  },
});
