import { z } from "zod";
import { Words } from "../../schemas/vendors";
/** Holds what the agency may answer. */
export const CreditCheckAnswer = z.discriminatedUnion("status", [
  z.object({ status: z.literal("allow") }),
  z.object({ status: z.literal("refuse"), message: Words }),
]);
export type CreditCheckAnswer = z.infer<typeof CreditCheckAnswer>;
