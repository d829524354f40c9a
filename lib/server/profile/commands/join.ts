import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { Id } from "@/lib/schemas/fields";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { voidLinks } from "../../links/links";
import { accept } from "../../people/accept";
import { mustProveEmail } from "../../people/email-proof";
import { lockPerson } from "../../users/lock";
import { invitees, takeInvitation } from "../invitee";

/**
 * Accepts an invitation of a person who is signed in to another organization. They keep their password. See docs/domain.md,
 * section 7, "Invitations".
 */
export const joinOrganization = command({
  name: "profile.join",
  caller: invitees,
  input: z.strictObject({}),
  output: z.object({ organizationId: Id }),
  refusals: refusals("link_over", "invitation_of_another", "prove_email_first"),
  async run({ who, tx, ctx }) {
    const asking = await lockPerson(tx, ctx, who.userId);
    // The link stays open, for when they have proven it. Nobody learns whom another person's invitation is for.
    if (asking.personId === who.personId && mustProveEmail(asking)) {
      return refuse({ reason: "prove_email_first", path: "" });
    }
    const user = await takeInvitation(tx, who);
    if (!user.ok) return user;
    const { id, personId, email } = user.value;
    await accept(tx, ctx, { id, personId });
    await voidLinks(tx, ctx, id);
    await record(tx, ctx, [{ kind: "user.invitation_accepted", subject: email }]);
    return ok({ organizationId: ctx.organizationId });
  },
});
