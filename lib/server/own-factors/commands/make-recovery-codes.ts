import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { RecoveryCodes } from "@/lib/schemas/second-factor";
import { CurrentPassword } from "@/lib/schemas/users";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { recordElsewhere } from "../../people/elsewhere";
import { letterToPerson } from "../../people/letter";
import { requirePasswordOrRecent } from "../../profile/current-password";
import { people } from "../../profile/person";
import { hasFactor } from "../../second-factor/factors";
import { replaceRecoveryCodes } from "../../second-factor/recovery-codes";
import { lockOwner } from "../lock";

/** Makes new recovery codes, and answers them once. The earlier ones no longer count. */
export const makeRecoveryCodes = command({
  name: "second-factor.make-recovery-codes",
  caller: people,
  input: z.strictObject({ current: CurrentPassword.optional() }),
  output: z.object({ recoveryCodes: RecoveryCodes }),
  refusals: refusals(
    "sign_in_with_factor",
    "password_wrong",
    "sign_in_again",
    "too_many_tries",
    "no_second_factor",
  ),
  prepare: ({ who }, { current = "" }) => requirePasswordOrRecent(who, current),
  async run({ who, tx, ctx }) {
    const owner = await lockOwner(tx, who);
    if (!owner.ok) return owner;
    const { id, personId, email } = owner.value.person;
    if (!hasFactor(owner.value.factors)) return refuse({ reason: "no_second_factor", path: "" });
    const recoveryCodes = await replaceRecoveryCodes(tx, ctx, personId);
    const told = { kind: "user.recovery_codes_made" as const };
    await record(tx, ctx, [{ ...told, subject: email }]);
    await recordElsewhere(tx, ctx, personId, told);
    await letterToPerson(tx, ctx, id, { type: "recovery_codes_made" });
    return ok({ recoveryCodes });
  },
});
