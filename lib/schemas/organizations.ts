import { z } from "zod";
import { normalizeHex } from "@/lib/domain/values/color";
import { readBic, readIban } from "@/lib/domain/values/iban";
import { logoLimits } from "@/lib/domain/values/logo";
import { readWebsite } from "@/lib/domain/values/website";
import { addressFields, readingVatId } from "./address";
import { Email, Id, line, optional, TimeZone, Version } from "./fields";

export const CreateOrganizationInput = z.strictObject({
  name: line("a name", 80),
  /** Takes a code of ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/, "Enter a currency code of three capital letters, like EUR."),
  timeZone: TimeZone.default("UTC"),
});
export type CreateOrganizationInput = z.input<typeof CreateOrganizationInput>;

const Iban = line("an IBAN", 60).transform((value, check) => {
  const read = readIban(value);
  if (read.ok) return read.iban;
  check.addIssue({ code: "custom", message: read.message });
  return z.NEVER;
});

/** Refuses what `read` returns null for. */
function readBy(read: (typed: string) => string | null, longest: number, message: string) {
  return line("a value", longest).transform((value, check) => {
    const kept = read(value);
    if (kept !== null) return kept;
    check.addIssue({ code: "custom", message });
    return z.NEVER;
  });
}

const Phone = line("a phone number", 40).refine(
  (value) => /^[+\d ()./-]+$/.test(value) && /\d.*\d.*\d/.test(value),
  "Enter a phone number of digits, like +49 40 123456.",
);

/** Says what BSS Setup changes of the organization. Only the time zone is needed. */
export const EditOrganizationInput = z
  .strictObject({
    ...addressFields,
    legalName: optional(line("a legal name", 160)),
    registrationNumber: optional(line("a registration number", 80)),
    email: optional(Email),
    phone: optional(Phone),
    website: optional(readBy(readWebsite, 200, "Enter a web address, like www.example.com.")),
    bankName: optional(line("the bank's name", 80)),
    accountHolder: optional(line("the account holder's name", 160)),
    iban: optional(Iban),
    bic: optional(readBy(readBic, 20, "Enter a BIC of 8 or 11 characters, like COBADEFFXXX.")),
    accentColor: optional(readBy(normalizeHex, 20, "Enter a color as #rrggbb, like #1c7ed6.")),
    timeZone: TimeZone,
    version: Version,
  })
  .transform(readingVatId);
export type EditOrganizationInput = z.input<typeof EditOrganizationInput>;

export const SaveLogoInput = z.strictObject({
  /** Takes the picture's bytes in base64, at most as long as the largest logo. Null removes the logo. */
  picture: z
    .string("Choose a picture.")
    .min(1, "Choose a picture.")
    .max(Math.ceil(logoLimits.bytes / 3) * 4, "This picture is larger than 256 KB. Choose a smaller one.")
    .nullable(),
  /** Names the logo that was there when the picture was chosen. */
  replaces: Id.nullable().default(null),
});
export type SaveLogoInput = z.input<typeof SaveLogoInput>;
