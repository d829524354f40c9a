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
  /** Holds the time in ISO format. */
  at: string;
};

const shown = 20;

/**
 * Returns the messages to the account about an order and its sub-orders, newest first, in the words of the emails:
 * docs/domain.md, section 5, "Messages".
 */
export const listOwnMessages = query({
  name: "own-message.list",
  caller: customers("storefront:read-orders"),
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
