import "server-only";
import { z } from "zod";
import { mostPasskeys } from "@/lib/domain/sign-in/second-factor";
import { ok, refuse } from "@/lib/domain/values/result";
import { Id } from "@/lib/schemas/fields";
import { MadePasskey, PasskeyName, RecoveryCodes } from "@/lib/schemas/second-factor";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { peopleBeforeFactor } from "../../profile/person";
import { openStep, takeStep } from "../../second-factor/steps";
import { madePasskey } from "../../second-factor/web-authn";
import { completeAdding } from "../added";
import { lockOwner } from "../lock";

/** Keeps the passkey that the person's browser has made. See docs/domain.md, section 7, "Second factor". */
export const addPasskey = command({
  name: "second-factor.add-passkey",
  caller: peopleBeforeFactor,
  input: z.strictObject({ token: z.string().max(100), response: MadePasskey, name: PasskeyName }),
  output: z.object({ id: Id, recoveryCodes: RecoveryCodes }),
  refusals: refusals("sign_in_with_factor", "passkey_refused", "passkey_known", "too_many_passkeys"),
  taken: () => refuse({ reason: "passkey_known", path: "" }),
  async prepare({ ctx }, { token, response }) {
    const step = await openStep(token, "new_passkey", ctx.now);
    const made = step && (await madePasskey(response, step.challenge));
    return made ? ok({ step, made }) : refuse({ reason: "passkey_refused", path: "" });
  },
  async run({ who, tx, ctx, prepared: { step, made } }, { name }) {
    const owner = await lockOwner(tx, who);
    if (!owner.ok) return owner;
    const { person } = owner.value;
    const { personId } = person;
    if (owner.value.factors.passkeys >= mostPasskeys) {
      return refuse({ reason: "too_many_passkeys", most: mostPasskeys, path: "" });
    }
    if (step.personId !== personId || !(await takeStep(tx, step))) {
      return refuse({ reason: "passkey_refused", path: "" });
    }
    const { id } = await tx.passkey.create({
      data: { personId, name, createdAt: ctx.now, ...made },
      select: { id: true },
    });
    return ok({ id, recoveryCodes: await completeAdding(tx, ctx, owner.value, { factor: "passkey", name }) });
  },
});
