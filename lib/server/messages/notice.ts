import "server-only";
import { type NoticeType, staffLanguage } from "@/lib/domain/messages/message";
import type { Permission } from "@/lib/domain/permissions";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { putIntoOutbox } from "../kernel/outbox";
import { thoseWho } from "./those-who";

/**
 * Writes a message about no order to each active person who may do what it asks for, in the transaction of what it tells. `path`
 * is the page that it leads to. See docs/domain.md, section 5, "Messages".
 */
export async function noticeToThoseWho(
  tx: Tx,
  ctx: Ctx,
  permission: Permission,
  { type, path }: { type: NoticeType; path: string },
  write: (recipient: string, organization: string) => { subject: string; text: string },
): Promise<void> {
  const { organizationId } = ctx;
  const { name: organization } = await tx.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { name: true },
  });
  const people = await tx.user.findMany({
    where: { organizationId, active: true, ...thoseWho(permission) },
    orderBy: { email: "asc" },
    select: { name: true, email: true },
  });
  await putIntoOutbox(
    tx,
    ctx,
    people.map(({ name: recipient, email: address }) => ({
      ...{ type, path, recipient, address, language: staffLanguage },
      ...write(recipient, organization),
    })),
  );
}
