import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { RecoveryCodes } from "@/lib/schemas/second-factor";
import { CurrentPassword } from "@/lib/schemas/users";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { requireCurrentPassword } from "../../profile/current-password";
import { people } from "../../profile/person";
import { factorsOf, hasFactor } from "../../second-factor/factors";
import { replaceRecoveryCodes } from "../../second-factor/recovery-codes";
import { lockPerson } from "../../users/lock";

/** Makes new recovery codes, and answers them once. The earlier ones no longer count. */
export const makeRecoveryCodes = command({
  name: "second-factor.make-recovery-codes",
  caller: people,
  input: z.strictObject({ current: CurrentPassword.optional() }),
  output: z.object({ recoveryCodes: RecoveryCodes }),
  refusals: refusals("password_wrong", "too_many_tries", "no_second_factor"),
  prepare: ({ who }, { current = "" }) => requireCurrentPassword(who, current, { orNone: true }),
  async run({ who, tx, ctx }) {
    const { personId, email } = await lockPerson(tx, ctx, who.userId);
    if (!hasFactor(await factorsOf(tx, personId))) return refuse({ reason: "no_second_factor", path: "" });
    const recoveryCodes = await replaceRecoveryCodes(tx, ctx, personId);
    await record(tx, ctx, [{ kind: "user.recovery_codes_made", subject: email }]);
    return ok({ recoveryCodes });
  },
});
