import "server-only";
import { z } from "zod";
import { mostPasskeys } from "@/lib/domain/sign-in/second-factor";
import { ok, refuse } from "@/lib/domain/values/result";
import { CurrentPassword } from "@/lib/schemas/users";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { requirePasswordOrRecent } from "../../profile/current-password";
import { peopleBeforeFactor } from "../../profile/person";
import { beginStep } from "../../second-factor/steps";
import { askForNewPasskey } from "../../second-factor/web-authn";
import { lockOwner } from "../lock";

/** Asks the browser of the person for a passkey, which `addPasskey` keeps. See docs/domain.md, section 7, "Second factor". */
export const beginPasskey = command({
  name: "second-factor.begin-passkey",
  caller: peopleBeforeFactor,
  input: z.strictObject({ current: CurrentPassword.optional() }),
  output: z.object({ token: z.string().nullable(), options: z.record(z.string(), z.unknown()) }),
  refusals: refusals(
    "sign_in_with_factor",
    "password_wrong",
    "sign_in_again",
    "too_many_tries",
    "too_many_passkeys",
  ),
  prepare: ({ who }, { current = "" }) => requirePasswordOrRecent(who, current),
  async run({ who, tx, ctx }) {
    const owner = await lockOwner(tx, who);
    if (!owner.ok) return owner;
    const { personId: id, email, name } = owner.value.person;
    const has = await tx.passkey.findMany({
      where: { personId: id },
      select: { credentialId: true },
    });
    if (has.length >= mostPasskeys)
      return refuse({ reason: "too_many_passkeys", most: mostPasskeys, path: "" });
    const { token, challenge } = await beginStep(tx, { purpose: "new_passkey", personId: id }, ctx.now);
    return ok({ token, options: { ...(await askForNewPasskey({ id, email, name }, challenge, has)) } });
  },
});
