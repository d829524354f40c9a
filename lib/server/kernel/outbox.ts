import "server-only";
import type { Language, NoticeType } from "@/lib/domain/messages/message";
import type { Ctx } from "./ctx";
import type { Tx } from "./db";
import { insertRows } from "./insert-rows";

/** Is a message about no order: what it says, to whom, and the page that it leads to. */
interface Notice {
  type: NoticeType;
  path: string;
  linkId?: string | null;
  recipient: string;
  address: string;
  language: Language;
  subject: string;
  text: string;
}

/** Puts messages into the outbox, in the transaction of what they tell. See docs/domain.md, section 5, "Messages". */
export async function putIntoOutbox(
  tx: Tx,
  { organizationId, now }: Ctx,
  notices: readonly Notice[],
): Promise<void> {
  await insertRows(tx, {
    messages: notices.map((notice) => ({
      ...{ organizationId, linkId: null, ...notice },
      ...{ state: "waiting" as const, nextAttemptAt: now, createdAt: now },
    })),
  });
}
