import "server-only";
import { type PersonLetterType, staffLanguage } from "@/lib/domain/messages/message";
import { personLetter } from "@/lib/domain/messages/person-letter";
import { hiddenSecret, type LinkPurpose, linkPages } from "@/lib/domain/one-time-link";
import { config } from "../kernel/config";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { putIntoOutbox } from "../kernel/outbox";
import { linkUrl } from "../links/secret";

/** Says what a letter is about. Its address is the person's own, unless it confirms another one. */
type Letter = {
  type: PersonLetterType;
  link?: { id: string; purpose: LinkPurpose };
  address?: string;
  /** Holds the new email address, for a letter that tells it. */
  email?: string;
};

/**
 * Writes a letter to a person about how they sign in, in the transaction of what it tells. A link's secret is made when the
 * letter is sent, so that the outbox never holds it. See docs/domain.md, section 7, "One-time links".
 */
export async function letterToPerson(
  tx: Tx,
  ctx: Ctx,
  userId: string,
  { type, link, address, email = "" }: Letter,
): Promise<void> {
  const { organizationId, actor } = ctx;
  const user = await tx.user.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id: userId } },
    select: {
      name: true,
      email: true,
      account: { select: { language: true } },
      organization: { select: { name: true, singleSignOnOnly: true } },
    },
  });
  const language = user.account?.language ?? staffLanguage;
  const by = actor.type === "user" ? actor.name : null;
  const path = link ? linkPages[link.purpose] : "/login";
  const url = link ? linkUrl(link.purpose, hiddenSecret) : `${config().publicUrl}${path}`;
  const { name: organization, singleSignOnOnly } = user.organization;
  const provider = singleSignOnOnly ? (config().oidc?.name ?? null) : null;
  const facts = { organization, provider, by, email, url };
  const to = { recipient: user.name, address: address ?? user.email, language };
  const words = personLetter(type, language, user.name, facts);
  await putIntoOutbox(tx, ctx, [{ type, path, linkId: link?.id ?? null, ...to, ...words }]);
}
