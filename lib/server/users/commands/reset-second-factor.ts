import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { Id } from "@/lib/schemas/fields";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { acceptedElsewhere } from "../../people/elsewhere";
import { letterToPerson } from "../../people/letter";
import { requireAllOf } from "../../roles/needed-for";
import { factorsOf, hasFactor } from "../../second-factor/factors";
import { forgetFactors } from "../../second-factor/forget";
import { endSessionsOf } from "../../sign-in/session/sessions";
import { isInvited } from "../invited";
import { lockPerson } from "../lock";

/**
 * Takes a person's second factors away who has lost them, and ends their sessions. They sign in with the password alone until
 * they set up another one. See docs/domain.md, section 7, "Second factor". @throws NotFound
 */
export const resetSecondFactor = command({
  name: "user.reset-second-factor",
  caller: staff("user:save"),
  input: z.strictObject({ id: Id }),
  output: z.object({ id: Id }),
  refusals: refusals("own_user", "no_second_factor", "person_of_others"),
  async run({ tx, ctx }, { id }) {
    const user = await lockPerson(tx, ctx, id);
    await requireAllOf(tx, ctx, user);
    if (id === ctx.actor.id) return refuse({ reason: "own_user", path: "" });
    // Of somebody who has not joined yet, nobody here learns anything.
    if (isInvited(user) || !hasFactor(await factorsOf(tx, user.personId))) {
      return refuse({ reason: "no_second_factor", path: "" });
    }
    // The factor protects the other organizations too, whose administrators have not asked for this.
    if (await acceptedElsewhere(tx, ctx, user.personId)) {
      return refuse({ reason: "person_of_others", path: "" });
    }
    await forgetFactors(tx, user.personId);
    await endSessionsOf(tx, ctx, id);
    await record(tx, ctx, [{ kind: "user.second_factor_reset", subject: user.email }]);
    await letterToPerson(tx, ctx, id, { type: "second_factor_reset" });
    return ok({ id });
  },
});
