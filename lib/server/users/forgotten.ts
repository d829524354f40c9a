import "server-only";
import { systemCtx } from "../kernel/ctx";
import { unscoped } from "../kernel/db";
import { transaction } from "../kernel/transaction";
import { maySendMail } from "../messages/queries/messages";
import { lastFirst } from "../people/last-first";
import { giveLink } from "./give-link";
import { isInvited } from "./invited";
import { lockPerson } from "./lock";

/**
 * Emails a link for a new password to the active user with this address, and the invitation again to one who has not accepted it.
 * Nobody else gets anything: people without a password sign in elsewhere. The worker does it after sign-in has answered, so
 * that the answer does not reveal who exists. See docs/domain.md, section 7, "Forgotten passwords".
 */
export async function sendForgottenLink(email: string, now: Date): Promise<"sent" | "left"> {
  const found = await unscoped().user.findFirst({
    where: { sentEmail: email },
    orderBy: lastFirst,
    select: { id: true, organizationId: true },
  });
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
