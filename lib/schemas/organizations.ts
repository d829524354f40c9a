import { z } from "zod";
import { line, TimeZone } from "./fields";

export const CreateOrganizationInput = z.strictObject({
  name: line("a name", 80),
  /** Takes a code of ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/, "Enter a currency code of three capital letters, like EUR."),
  timeZone: TimeZone.default("UTC"),
});
export type CreateOrganizationInput = z.input<typeof CreateOrganizationInput>;
