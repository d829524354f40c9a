import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { bindIdentity } from "../../identities/bind";
import { IdentityFields } from "../../identities/identity";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { lockOwner } from "../../own-factors/lock";
import { people } from "../../profile/person";
import { openStep, takeStep } from "../../second-factor/steps";

/**
 * Links the account that the identity provider has just vouched for to the person who is signed in. Only the door that has checked
 * the provider's answer calls it. See docs/domain.md, section 7, "Single sign-on".
 */
export const linkIdentity = command({
  name: "single-sign-on.link",
  caller: people,
  input: z.strictObject({ token: z.string().max(100), ...IdentityFields }),
  output: z.object({}),
  refusals: refusals("sign_in_with_factor", "linking_over", "identity_linked", "identity_taken"),
  taken: () => refuse({ reason: "identity_taken", path: "" }),
  async prepare({ ctx }, { token }) {
    const step = await openStep(token, "new_identity", ctx.now);
    return step ? ok(step) : refuse({ reason: "linking_over", path: "" });
  },
  async run({ who, tx, ctx, prepared: step }, { issuer, subject }) {
    const owner = await lockOwner(tx, who);
    if (!owner.ok) return owner;
    const { person } = owner.value;
    if (step.personId !== person.personId || !(await takeStep(tx, step))) {
      return refuse({ reason: "linking_over", path: "" });
    }
    const linked = await tx.identity.count({ where: { personId: person.personId, issuer } });
    if (linked > 0) return refuse({ reason: "identity_linked", path: "" });
    await bindIdentity(tx, ctx, person, { issuer, subject });
    const { organizationId, sessionId } = ctx;
    // The person has just signed in at the provider, so this session is worth what one that began there is.
    if (sessionId) {
      await tx.session.updateMany({
        where: { organizationId, id: sessionId },
        data: { singleSignOn: true },
      });
    }
    return ok({});
  },
});
