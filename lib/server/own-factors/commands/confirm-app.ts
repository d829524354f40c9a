import "server-only";
import { z } from "zod";
import { typedCode } from "@/lib/domain/sign-in/second-factor";
import { ok, refuse } from "@/lib/domain/values/result";
import { RecoveryCodes, TypedCode } from "@/lib/schemas/second-factor";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { limitedTry } from "../../profile/current-password";
import { peopleBeforeFactor } from "../../profile/person";
import { stepOfTyped } from "../../second-factor/prove";
import { completeAdding } from "../added";
import { lockOwner } from "../lock";

/** Sets up an authenticator app by its first code. See docs/domain.md, section 7, "Second factor". */
export const confirmApp = command({
  name: "second-factor.confirm-app",
  caller: peopleBeforeFactor,
  input: z.strictObject({ code: TypedCode }),
  output: z.object({ recoveryCodes: RecoveryCodes }),
  refusals: refusals("sign_in_with_factor", "code_wrong", "too_many_tries", "no_app_waits"),
  prepare: ({ who }) => limitedTry("app_code", who.userId, "code"),
  async run({ who, tx, ctx }, { code }) {
    const owner = await lockOwner(tx, who);
    if (!owner.ok) return owner;
    const { person } = owner.value;
    const { personId } = person;
    const app = await tx.authenticatorApp.findUnique({ where: { personId } });
    if (!app?.pendingSecret) return refuse({ reason: "no_app_waits", path: "" });
    const typed = typedCode(code);
    const step =
      typed?.is === "app" ? await stepOfTyped(personId, app.pendingSecret, typed.code, ctx.now) : null;
    if (step === null) return refuse({ reason: "code_wrong", path: "code" });
    await tx.authenticatorApp.update({
      where: { personId },
      data: { secret: app.pendingSecret, pendingSecret: null, confirmedAt: ctx.now, lastStep: step },
    });
    return ok({ recoveryCodes: await completeAdding(tx, ctx, owner.value, { factor: "app", name: null }) });
  },
});
