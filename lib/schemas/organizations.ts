import { z } from "zod";
import { line, TimeZone, Version } from "./fields";

export const CreateOrganizationInput = z.strictObject({
  name: line("a name", 80),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/, "Enter a currency code of three capital letters, like EUR."),
  timeZone: TimeZone.default("UTC"),
});
export type CreateOrganizationInput = z.input<typeof CreateOrganizationInput>;

/** What BSS Setup changes of the organization. */
export const EditOrganizationInput = z.strictObject({ timeZone: TimeZone, version: Version });
export type EditOrganizationInput = z.input<typeof EditOrganizationInput>;
