import "server-only";
import { z } from "zod";
import { ok } from "@/lib/domain/values/result";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { voidLinks } from "../../links/links";
import { invitees, takeInvitation } from "../invitee";

/**
 * Declines an invitation: the user that it made is deactivated, and an administrator can activate and invite them again. See
 * docs/domain.md, section 7, "Invitations".
 */
export const declineInvitation = command({
  name: "profile.decline",
  caller: invitees,
  input: z.strictObject({}),
  output: z.object({}),
  refusals: refusals("link_over", "invitation_of_another"),
  async run({ who, tx, ctx }) {
    const user = await takeInvitation(tx, who);
    if (!user.ok) return user;
    const { id, email } = user.value;
    await tx.user.updateMany({ where: { id }, data: { active: false, version: { increment: 1 } } });
    await voidLinks(tx, ctx, id);
    await record(tx, ctx, [{ kind: "user.invitation_declined", subject: email }]);
    return ok({});
  },
});
