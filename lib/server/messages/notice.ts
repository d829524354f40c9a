import "server-only";
import type { NoticeType } from "@/lib/domain/messages/message";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { insertRows } from "../kernel/insert-rows";

/**
 * Writes a message about no order to each active administrator, in the transaction of what it tells. `path` is the page that it
 * leads to. See docs/domain.md, section 5, "Messages".
 */
export async function noticeToAdministrators(
  tx: Tx,
  { organizationId, now }: Ctx,
  { type, path }: { type: NoticeType; path: string },
  write: (recipient: string, organization: string) => { subject: string; text: string },
): Promise<void> {
  const { name: organization } = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { name: true },
  });
  const administrators = await tx.user.findMany({
    where: { organizationId, active: true, role: "administrator" },
    orderBy: { email: "asc" },
    select: { name: true, email: true },
  });
  await insertRows(tx, {
    messages: administrators.map(({ name: recipient, email: address }) => ({
      ...{ organizationId, type, path, recipient, address, ...write(recipient, organization) },
      ...{ language: "en" as const, state: "waiting" as const, nextAttemptAt: now, createdAt: now },
    })),
  });
}
