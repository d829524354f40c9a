import { z } from "zod";
import { messageStates } from "@/lib/domain/messages/message";
import { Id, listParameters, sortParameter } from "./fields";

/** These schemas say what messages take: docs/domain.md, section 5, "Messages". */

export const MessageInput = z.strictObject({ id: Id });
export type MessageInput = z.input<typeof MessageInput>;

export const ListMessagesInput = z.object({
  ...listParameters,
  sort: sortParameter(["written"], "-written"),
  state: z.enum(messageStates).optional().catch(undefined),
});
export type ListMessagesInput = z.input<typeof ListMessagesInput>;
