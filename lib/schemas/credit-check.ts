import { z } from "zod";
import { Version } from "./fields";
import { Endpoint, Seconds, Secret, Words } from "./vendors";

/** Configures the external credit check: docs/domain.md, section 4. */
export const SaveCreditCheckInput = z.strictObject({
  enabled: z.boolean(),
  endpoint: Endpoint,
  timeoutSeconds: Seconds.default(5),
  /** Holds the agency's own secret. Blank makes one the first time, and keeps it afterwards. */
  secret: Secret.nullable().default(null),
  /** Makes another secret. */
  renewSecret: z.boolean().default(false),
  /** Is blank the first time. */
  version: Version.nullable().default(null),
});
export type SaveCreditCheckInput = z.input<typeof SaveCreditCheckInput>;

/** The agency answers one of these. */
export const CreditCheckAnswer = z.discriminatedUnion("status", [
  z.object({ status: z.literal("allow") }),
  z.object({ status: z.literal("refuse"), message: Words }),
]);
export type CreditCheckAnswer = z.infer<typeof CreditCheckAnswer>;
