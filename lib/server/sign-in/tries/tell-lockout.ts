import "server-only";
import { type Language, staffLanguage } from "@/lib/domain/messages/message";
import { type SignInLockedFacts, signInLockedNotice } from "@/lib/domain/messages/notice";
import { lockoutMailHours } from "@/lib/domain/sign-in/lockout";
import { config } from "../../kernel/config";
import type { Ctx } from "../../kernel/ctx";
import { sql, type Tx } from "../../kernel/db";
import { putIntoOutbox } from "../../kernel/outbox";

type Person = { id: string; name: string; email: string; account: { language: Language } | null };

const path = "/login";

/**
 * Writes to a person that their sign-in was locked, in the transaction that records it. Somebody who tries from many addresses
 * does not fill the person's inbox: one message an hour says it.
 */
export async function tellLockout(
  tx: Tx,
  ctx: Ctx,
  person: Person,
  { address: from, minutes, was }: Pick<SignInLockedFacts, "address" | "minutes" | "was">,
): Promise<void> {
  const { organizationId, now } = ctx;
  // Two lockouts at once wait for each other here, so that the second one finds the message of the first.
  await tx.$queryRaw(sql`
    SELECT id FROM users WHERE organization_id = ${organizationId}::uuid AND id = ${person.id}::uuid FOR UPDATE`);
  const since = new Date(now.getTime() - lockoutMailHours * 60 * 60_000);
  const { name: organization } = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { name: true },
  });
  const language = person.account?.language ?? staffLanguage;
  const facts = { was, address: from, minutes, organization, url: `${config().publicUrl}${path}` };
  const notice = signInLockedNotice(language, person.name, facts);
  // The subject tells what was wrong, and one kind does not hide the other.
  const told = await tx.message.count({
    where: {
      ...{ organizationId, type: "sign_in_locked", address: person.email, subject: notice.subject },
      createdAt: { gt: since },
    },
  });
  if (told > 0) return;
  const to = { recipient: person.name, address: person.email, language };
  await putIntoOutbox(tx, ctx, [{ type: "sign_in_locked", path, ...to, ...notice }]);
}
