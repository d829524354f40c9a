import { z } from "zod";
import { Version } from "./fields";
import { Endpoint, Seconds, Secret, Words } from "./vendors";

/** The external credit check: docs/domain.md, section 4. */
export const SaveCreditCheckInput = z.strictObject({
  enabled: z.boolean(),
  endpoint: Endpoint,
  timeoutSeconds: Seconds.default(5),
  /** The agency's own; blank makes one the first time, and keeps it afterwards. */
  secret: Secret.nullable().default(null),
  /** Makes another one. */
  renewSecret: z.boolean().default(false),
  /** Blank the first time. */
  version: Version.nullable().default(null),
});
export type SaveCreditCheckInput = z.input<typeof SaveCreditCheckInput>;

/** What the agency answers. */
export const CreditCheckAnswer = z.discriminatedUnion("status", [
  z.object({ status: z.literal("allow") }),
  z.object({ status: z.literal("refuse"), message: Words }),
]);
export type CreditCheckAnswer = z.infer<typeof CreditCheckAnswer>;
