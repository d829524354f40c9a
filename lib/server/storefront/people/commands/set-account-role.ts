import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { SetAccountRoleInput } from "@/lib/schemas/colleagues";
import { Id } from "@/lib/schemas/fields";
import { command } from "../../../kernel/definition/command";
import { refusals } from "../../../kernel/definition/refusals";
import { record } from "../../../kernel/record";
import { customers } from "../../customer";
import { accountCode } from "../account-code";
import { lockColleague } from "../lock";

/** Gives somebody of the customer's own account another role, which counts from their next request on. @throws NotFound, Conflict */
export const setAccountRole = command({
  name: "account-person.set-role",
  caller: customers("storefront:people"),
  input: SetAccountRoleInput,
  output: z.object({ id: Id }),
  refusals: refusals("last_account_administrator"),
  async run({ tx, ctx, who }, { id, version, accountRole }) {
    const { colleague, lastAdministrator } = await lockColleague(tx, who, { id, version });
    const { name, email, role } = colleague;
    if (lastAdministrator && accountRole !== "administrator") {
      return refuse({ reason: "last_account_administrator", name, path: "accountRole" });
    }
    await tx.user.updateMany({ where: { id }, data: { accountRole, version: { increment: 1 } } });
    const before = { role, accountRole: colleague.accountRole };
    const after = { role, accountRole, account: await accountCode(tx, who) };
    await record(tx, ctx, [{ kind: "user.role_changed", subject: email, before, after }]);
    return ok({ id });
  },
});
