import "server-only";
import type { LinkPurpose } from "@/lib/domain/one-time-link";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { record } from "../kernel/record";
import { openLink, revealLink } from "../links/links";
import { linkUrl } from "../links/secret";
import { maySendMail } from "../messages/queries/messages";
import { letterToPerson } from "../people/letter";

/** Names whom a link is for. */
type Person = { id: string; email: string };

const letters = { invitation: "invitation", password: "password_link" } as const;

/**
 * Makes a new link with which a person chooses a password, and emails it. Without a mail server it returns the link instead,
 * which somebody passes on. The caller has locked the user. See docs/domain.md, section 7, "One-time links".
 */
export async function giveLink(
  tx: Tx,
  ctx: Ctx,
  person: Person,
  purpose: Exclude<LinkPurpose, "email">,
): Promise<string | null> {
  const id = await openLink(tx, ctx, { userId: person.id, purpose });
  await record(tx, ctx, [{ kind: "user.link_asked_for", subject: person.email, after: { purpose } }]);
  if (!maySendMail()) return shownLink(tx, ctx, { id, purpose });
  await letterToPerson(tx, ctx, person.id, { type: letters[purpose], link: { id, purpose } });
  return null;
}

/** Makes the secret of a link that no email carries, and returns the link. */
export async function shownLink(
  tx: Tx,
  ctx: Ctx,
  { id, purpose }: { id: string; purpose: LinkPurpose },
): Promise<string | null> {
  const secret = await revealLink(tx, ctx, id);
  return secret && linkUrl(purpose, secret);
}
