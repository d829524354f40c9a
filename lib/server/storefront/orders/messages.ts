import "server-only";
import { OrderCode } from "@/lib/schemas/orders";
import { requirePermission } from "../../kernel/ctx";
import type { CustomerCtx } from "../customer";
import { ownRows } from "../own-rows";

export type OwnMessage = {
  id: string;
  subject: string;
  text: string;
  /** ISO time. */
  at: string;
};

const shown = 20;

/**
 * What the account was told about an order and its sub-orders, the newest first, as the emails say it: docs/domain.md,
 * section 5, "Messages".
 */
export async function listOwnMessages(customer: CustomerCtx, rawCode: unknown): Promise<OwnMessage[]> {
  requirePermission(customer.ctx, "storefront:use");
  const code = OrderCode.safeParse(rawCode);
  if (!code.success) return [];
  const messages = await ownRows(customer).message.findMany({
    where: { order: { OR: [{ code: code.data }, { parent: { code: code.data } }] } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: shown,
    select: { id: true, subject: true, text: true, createdAt: true },
  });
  return messages.map(({ createdAt, ...message }) => ({ ...message, at: createdAt.toISOString() }));
}
