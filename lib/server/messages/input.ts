import { z } from "zod";
import { Id } from "../../schemas/fields";

/** These schemas say what messages take: docs/domain.md, section 5, "Messages". */

export const MessageInput = z.strictObject({ id: Id });
export type MessageInput = z.input<typeof MessageInput>;
