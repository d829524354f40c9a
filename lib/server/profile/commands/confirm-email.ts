import "server-only";
import { z } from "zod";
import { sentAddress } from "@/lib/domain/values/email";
import { ok, refuse } from "@/lib/domain/values/result";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { voidLinks } from "../../links/links";
import { leaveInvitations, recordElsewhere, voidLinksElsewhere } from "../../people/elsewhere";
import { proveByLink } from "../../people/email-proof";
import { addressesOf } from "../../people/spelling";
import { lockPerson } from "../../users/lock";
import { holders, takeLink } from "../holder";

/**
 * Gives a person the email address that their link confirms, by which they sign in to all their organizations from now on. Links
 * that went to the old address are void. See docs/domain.md, section 7, "Own profile".
 */
export const confirmEmail = command({
  name: "profile.confirm-email",
  caller: holders,
  input: z.strictObject({}),
  output: z.object({ email: z.string() }),
  refusals: refusals("link_over", "email_taken"),
  taken: () => refuse({ reason: "email_taken", path: "" }),
  async run({ who, tx, ctx }) {
    const { id, personId, email: before } = await lockPerson(tx, ctx, who.userId);
    const link = await takeLink(tx, who, ["email"]);
    if (!link.ok) return link;
    const addresses = addressesOf(link.value.email ?? before);
    const { email } = addresses;
    const proven = await proveByLink(tx, ctx, { id, personId }, who.linkId);
    // A link that somebody passed on proves nothing of the new address, and what was proven was the old one.
    await tx.person.update({
      where: { id: personId },
      data: { ...addresses, ...(!proven && { emailProvenAt: null }) },
    });
    await leaveInvitations(tx, personId, { email: before, sentEmail: sentAddress(before) ?? before });
    await tx.user.updateMany({
      where: { organizationId: ctx.organizationId, id },
      data: { version: { increment: 1 } },
    });
    await voidLinks(tx, ctx, id);
    await voidLinksElsewhere(tx, ctx, personId);
    const changed = {
      ...({ kind: "user.email_changed", subject: email } as const),
      ...{ before: { email: before }, after: { email } },
    };
    await record(tx, ctx, [changed]);
    await recordElsewhere(tx, ctx, personId, changed);
    return ok({ email });
  },
});
