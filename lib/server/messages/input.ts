import { z } from "zod";
import { Id } from "../../schemas/fields";

/** Holds the message that a command or query is about. See docs/domain.md, section 5, "Messages". */

export const MessageInput = z.strictObject({ id: Id });
export type MessageInput = z.input<typeof MessageInput>;
