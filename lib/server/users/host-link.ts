import "server-only";
import { sentAddress } from "@/lib/domain/values/email";
import { systemCtx } from "../kernel/ctx";
import { record } from "../kernel/record";
import { transaction } from "../kernel/transaction";
import { openLink } from "../links/links";
import { maySignIn, membersWith } from "../people/members";
import { shownLink } from "./give-link";
import { lockPerson } from "./lock";

/**
 * Returns a link with which a person chooses a new password for all their organizations, or null if nobody signs in with the
 * address. Only the command line of the people who run the product uses it. See docs/domain.md, section 7, "One-time links".
 */
export async function hostLink(email: string, now: Date): Promise<string | null> {
  const members = await membersWith({ sentEmail: sentAddress(email.trim().toLowerCase()) ?? "" });
  const member = members.find(maySignIn);
  if (!member) return null;
  const ctx = systemCtx(member.organizationId, now);
  return transaction(ctx, async (tx) => {
    const { id, email: subject } = await lockPerson(tx, ctx, member.id);
    const purpose = "password";
    const link = await openLink(tx, ctx, { userId: id, purpose });
    await record(tx, ctx, [{ kind: "user.link_asked_for", subject, after: { purpose } }]);
    return shownLink(tx, ctx, { id: link, purpose });
  });
}
