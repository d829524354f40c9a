import "server-only";
import { systemCtx } from "../kernel/ctx";
import { transaction } from "../kernel/transaction";
import { maySendMail } from "../messages/queries/messages";
import { isOpenInvitation, maySignInByPassword, membersWith } from "../people/members";
import { giveLink } from "./give-link";
import { isInvited } from "./invited";
import { lockPerson } from "./lock";

/**
 * Emails a link for a new password to the person with this address, from the organization where they were last, and the
 * newest invitation again to one who has not accepted any. Nobody else gets anything: people without a password, and those of
 * organizations that take single sign-on alone, sign in elsewhere. The worker does it after sign-in has answered, so that the answer does not reveal who exists. See
 * docs/domain.md, section 7, "Forgotten passwords".
 */
export async function sendForgottenLink(email: string, now: Date): Promise<"sent" | "left"> {
  const members = await membersWith({ sentEmail: email });
  // A password opens no organization that takes single sign-on alone.
  const found = members.find(maySignInByPassword) ?? members.find(isOpenInvitation);
  if (!found || !maySendMail()) return "left";
  const ctx = systemCtx(found.organizationId, now);
  return transaction(ctx, async (tx) => {
    const user = await lockPerson(tx, ctx, found.id);
    const invited = isInvited(user);
    if (!user.active || (user.passwordHash === null && !invited)) return "left";
    await giveLink(tx, ctx, user, invited ? "invitation" : "password");
    return "sent";
  });
}
