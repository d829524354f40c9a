import { z } from "zod";
import { oneLine } from "@/lib/domain/values/one-line";
import { line } from "./fields";

/**
 * These schemas say how vendors are set up, and what they and the product tell each other: docs/domain.md, section 3.
 */

export const Endpoint = line("an address", 500);
export const Secret = z
  .string()
  .regex(/^[\x21-\x7e]{32,100}$/, "Use 32 to 100 letters, digits and signs, without spaces.");
export const Seconds = z
  .number("Enter seconds.")
  .int("Enter whole seconds.")
  .min(1, "Enter 1 to 60.")
  .max(60, "Enter 1 to 60.");

export const VendorFields = {
  name: line("a name", 80),
  endpoint: Endpoint,
  /** Has the vendor asked before an order with its products is executed. */
  preCheck: z.boolean().default(false),
  timeoutSeconds: Seconds.default(10),
  callbackMinutes: z
    .number("Enter minutes.")
    .int("Enter whole minutes.")
    .min(1, "Enter 1 to 10,080.")
    .max(10_080, "Enter 1 to 10,080.")
    .default(60),
};

/** Takes what others say as it is kept and shown, whatever it is. */
export const Words = z
  .string()
  .transform((said) => oneLine(said, 500))
  .pipe(z.string().min(1));

/** A vendor answers one of these when asked to provision. */
export const ProvisioningAnswer = z.discriminatedUnion("status", [
  z.object({ status: z.literal("done") }),
  z.object({ status: z.literal("accepted") }),
  z.object({ status: z.literal("failed"), reason: Words, retry: z.boolean().default(false) }),
]);

/** A vendor answers one of these when asked before an order is executed. */
export const PreCheckAnswer = z.discriminatedUnion("status", [
  z.object({ status: z.literal("clear") }),
  z.object({ status: z.literal("held"), message: Words, items: z.array(z.string()).max(500).default([]) }),
]);
