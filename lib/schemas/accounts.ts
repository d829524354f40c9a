import { z } from "zod";
import { AmountText, Email, Id, line, listParameters, optional, Version } from "./fields";

const AccountFields = {
  name: line("a name", 120),
  email: optional(Email),
  /** ISO 3166, two letters. */
  country: optional(
    z
      .string()
      .transform((value) => value.trim().toUpperCase())
      .refine((value) => /^[A-Z]{2}$/.test(value), "Enter a country code of two letters, like DE."),
  ),
  /** Who is invoiced by default; blank is the account itself. */
  billingToId: optional(Id),
  /** Blank is unlimited, 0 may never owe: docs/domain.md, section 4. */
  creditLimit: optional(AmountText),
};

export const CreateAccountInput = z.strictObject(AccountFields);
export type CreateAccountInput = z.input<typeof CreateAccountInput>;

export const EditAccountInput = z.strictObject({
  ...AccountFields,
  id: Id,
  version: Version,
  active: z.boolean().default(true),
});
export type EditAccountInput = z.input<typeof EditAccountInput>;

export const ListAccountsInput = z.object({
  ...listParameters,
  active: z.enum(["true", "false"]).optional().catch(undefined),
});
export type ListAccountsInput = z.input<typeof ListAccountsInput>;
