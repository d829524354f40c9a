import { z } from "zod";
import { type Address, addressLimits } from "@/lib/domain/values/address";
import { readVatId } from "@/lib/domain/values/vat-id";
import { line, lines, optional } from "./fields";

/** Organization and account take an address and a VAT ID: docs/domain.md, section 3, "Documents". */

/** Drops empty lines between the others. */
const Street = lines(addressLimits.street)
  .transform((value) =>
    value
      .split(/\r\n?|\n/)
      .map((one) => one.replace(/\s+/gu, " ").trim())
      .filter((one) => one !== "")
      .join("\n"),
  )
  .refine(
    (value) => value.split("\n").length <= addressLimits.streetLines,
    `Use at most ${addressLimits.streetLines} lines.`,
  );

const Country = z
  .string()
  .transform((value) => value.trim().toUpperCase())
  .refine((value) => /^[A-Z]{2}$/.test(value), "Enter a country code of two letters, like DE.");

export const addressFields = {
  street: optional(Street),
  postalCode: optional(line("a postal code", addressLimits.postalCode)),
  city: optional(line("a city", addressLimits.city)),
  region: optional(line("a region", addressLimits.region)),
  country: optional(Country),
  vatId: optional(line("a VAT ID", 60)),
};

type Addressed = Pick<Address, "country"> & { vatId: string | null };

/** Reads the VAT ID together with its country, which can stand for its prefix. */
export function readingVatId<Input extends Addressed>(input: Input, check: z.RefinementCtx): Input {
  if (input.vatId === null) return input;
  const read = readVatId(input.vatId, input.country);
  if (read.ok) return { ...input, vatId: read.vatId };
  check.addIssue({ code: "custom", path: ["vatId"], message: read.message });
  return z.NEVER;
}
