import "server-only";
import { z } from "zod";

/** Says why somebody outside gave no answer: docs/domain.md, section 3, "Calls". */
export const Silence = z
  .discriminatedUnion("is", [
    z.object({
      is: z.enum(["not_allowed", "unreachable", "not_understood", "too_long", "secret_unreadable"]),
    }),
    z.object({ is: z.literal("status"), status: z.number().int() }),
    z.object({ is: z.literal("late"), seconds: z.number() }),
    z.object({ is: z.literal("in_words"), words: z.string() }),
  ])
  .meta({ id: "Silence" });
