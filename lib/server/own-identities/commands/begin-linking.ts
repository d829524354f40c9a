import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { CurrentPassword } from "@/lib/schemas/users";
import { config } from "../../kernel/config";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { lockOwner } from "../../own-factors/lock";
import { requirePasswordOrRecent } from "../../profile/current-password";
import { people } from "../../profile/person";
import { beginStep } from "../../second-factor/steps";

/**
 * Begins to link the person's account at the identity provider, which `linkIdentity` completes when the browser comes back from
 * there. See docs/domain.md, section 7, "Single sign-on".
 */
export const beginLinking = command({
  name: "single-sign-on.begin-linking",
  caller: people,
  input: z.strictObject({ current: CurrentPassword.optional() }),
  output: z.object({ token: z.string().nullable() }),
  refusals: refusals(
    ...(["no_single_sign_on", "sign_in_with_factor", "password_wrong", "too_many_tries"] as const),
    "sign_in_again",
  ),
  prepare: ({ who }, { current = "" }) => requirePasswordOrRecent(who, current),
  async run({ who, tx, ctx }) {
    if (!config().oidc) return refuse({ reason: "no_single_sign_on", path: "" });
    const owner = await lockOwner(tx, who);
    if (!owner.ok) return owner;
    const { personId } = owner.value.person;
    const { token } = await beginStep(tx, { purpose: "new_identity", personId }, ctx.now);
    return ok({ token });
  },
});
