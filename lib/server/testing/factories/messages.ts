import "server-only";
import type { Ctx } from "../../kernel/ctx";
import { read } from "../../kernel/db";

/** Returns the messages about an order with their recipients, in the sequence of the types. */
export function messagesAbout(ctx: Ctx, code: string) {
  return read(ctx).message.findMany({
    where: { order: { code } },
    orderBy: [{ type: "asc" }, { address: "asc" }],
    select: { type: true, address: true, subject: true, text: true },
  });
}
