import "server-only";
import { z } from "zod";
import { OrderCode } from "@/lib/schemas/orders";
import { query } from "../../../kernel/definition/query";
import { customers } from "../../customer";
import { ownRows } from "../../own-rows";

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
export const listOwnMessages = query({
  name: "own-message.list",
  caller: customers,
  input: z.unknown(),
  async run({ who: customer }, rawCode): Promise<OwnMessage[]> {
    const code = OrderCode.safeParse(rawCode);
    if (!code.success) return [];
    const messages = await ownRows(customer).message.findMany({
      where: { order: { OR: [{ code: code.data }, { parent: { code: code.data } }] } },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: shown,
      select: { id: true, subject: true, text: true, createdAt: true },
    });
    return messages.map(({ createdAt, ...message }) => ({ ...message, at: createdAt.toISOString() }));
  },
});
