import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { Id } from "@/lib/schemas/fields";
import { bindIdentity } from "../../identities/bind";
import { IdentityFields } from "../../identities/identity";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { voidLinks } from "../../links/links";
import { accept } from "../../people/accept";
import { holders, takeLink } from "../../profile/holder";
import { openStep, takeStep } from "../../second-factor/steps";
import { lockPerson } from "../../users/lock";

/**
 * Accepts an invitation by the account that the identity provider has just vouched for, and binds it to a person who has accepted
 * none before. Somebody who has joins with the account that they have linked, and no other one. See docs/domain.md, section 7,
 * "Single sign-on".
 */
export const acceptByIdentity = command({
  name: "single-sign-on.accept",
  caller: holders,
  input: z.strictObject({ token: z.string().max(100), ...IdentityFields }),
  output: z.object({ organizationId: Id, userId: Id }),
  refusals: refusals("link_over", "linking_over", "identity_taken", "sign_in_to_join"),
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
    // Whoever holds the link of one organization would have the person in all of them.
    if (!bound && user.firstAcceptedAt !== null) return refuse({ reason: "sign_in_to_join", path: "" });
    if (step.personId !== personId || !(await takeStep(tx, step))) {
      return refuse({ reason: "linking_over", path: "" });
    }
    const link = await takeLink(tx, who, ["invitation"]);
    if (!link.ok) return link;
    await accept(tx, ctx, { id, personId });
    await voidLinks(tx, ctx, id);
    await record(tx, ctx, [{ kind: "user.invitation_accepted", subject: email }]);
    if (!bound) await bindIdentity(tx, ctx, user, identity);
    return ok({ organizationId: ctx.organizationId, userId: id });
  },
});
