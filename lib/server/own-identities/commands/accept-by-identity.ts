import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { Id } from "@/lib/schemas/fields";
import { bindIdentity } from "../../identities/bind";
import { IdentityFields } from "../../identities/identity";
import { takesSingleSignOnOnly } from "../../identities/needed";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { voidLinks } from "../../links/links";
import { accept } from "../../people/accept";
import { endElsewhere } from "../../people/elsewhere";
import { mustProveEmail, proveByLink } from "../../people/email-proof";
import { holders, takeLink } from "../../profile/holder";
import { factorsOf, hasFactor } from "../../second-factor/factors";
import { openStep, takeStep } from "../../second-factor/steps";
import { endSessionsOf } from "../../sign-in/session/sessions";
import { isInvited } from "../../users/invited";
import { lockPerson } from "../../users/lock";

/**
 * Accepts an invitation by the account that the identity provider has just vouched for, and binds it to a person who has accepted
 * none before. Somebody who has joins with the account that they have linked, and no other one. Where an organization takes single
 * sign-on alone, a link that would set a password binds the account instead. See docs/domain.md, section 7, "Single sign-on".
 */
export const acceptByIdentity = command({
  name: "single-sign-on.accept",
  caller: holders,
  input: z.strictObject({ token: z.string().max(100), ...IdentityFields }),
  output: z.object({ organizationId: Id, userId: Id }),
  refusals: refusals(
    ...(["link_over", "linking_over", "identity_taken", "identity_linked", "sign_in_to_join"] as const),
    ...(["factor_guards", "prove_email_first"] as const),
  ),
  taken: () => refuse({ reason: "identity_taken", path: "" }),
  async prepare({ ctx }, { token }) {
    const step = await openStep(token, "identity_by_link", ctx.now);
    return step ? ok(step) : refuse({ reason: "linking_over", path: "" });
  },
  async run({ who, tx, ctx, prepared: step }, { issuer, subject }) {
    const user = await lockPerson(tx, ctx, who.userId);
    const { id, personId, email } = user;
    const identity = { issuer, subject };
    const bound = await tx.identity.findUnique({
      where: { issuer_subject: identity },
      select: { personId: true },
    });
    if (bound && bound.personId !== personId) return refuse({ reason: "identity_taken", path: "" });
    const invited = isInvited(user);
    if (bound && invited && mustProveEmail(user)) return refuse({ reason: "prove_email_first", path: "" });
    if (!bound) {
      // The holder of one organization's link would have the person in all of them.
      if (invited && user.firstAcceptedAt !== null) return refuse({ reason: "sign_in_to_join", path: "" });
      // Single sign-on is not asked for the second factor, which a link must not get around.
      if (hasFactor(await factorsOf(tx, personId))) return refuse({ reason: "factor_guards", path: "" });
      const linked = await tx.identity.count({ where: { personId, issuer } });
      if (linked > 0) return refuse({ reason: "identity_linked", path: "" });
    }
    if (step.personId !== personId || !(await takeStep(tx, step))) {
      return refuse({ reason: "linking_over", path: "" });
    }
    const instead = !invited && (await takesSingleSignOnOnly(tx, ctx));
    const link = await takeLink(tx, who, instead ? ["password"] : ["invitation"]);
    if (!link.ok) return link;
    if (invited) {
      await accept(tx, ctx, { id, personId }, { keep: identity });
      await record(tx, ctx, [{ kind: "user.invitation_accepted", subject: email }]);
    } else {
      await endElsewhere(tx, ctx, personId);
      await endSessionsOf(tx, ctx, id);
    }
    await proveByLink(tx, ctx, { id, personId }, who.linkId, { keep: identity });
    await voidLinks(tx, ctx, id);
    if (!bound) await bindIdentity(tx, ctx, user, identity);
    return ok({ organizationId: ctx.organizationId, userId: id });
  },
});
