import "server-only";
import { z } from "zod";
import { changedFacts } from "@/lib/domain/events/changed-facts";
import { normalizeHex } from "@/lib/domain/values/color";
import { readBic, readIban } from "@/lib/domain/values/iban";
import { ok } from "@/lib/domain/values/result";
import { readWebsite } from "@/lib/domain/values/website";
import { addressFields, readingVatId } from "@/lib/schemas/address";
import { Email, line, optional, TimeZone, Version } from "@/lib/schemas/fields";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { Conflict } from "../../kernel/errors";
import { record } from "../../kernel/record";
import { profileColumns } from "../queries/get-company";

const Iban = line("an IBAN", 60).transform((value, check) => {
  const read = readIban(value);
  if (read.ok) return read.iban;
  check.addIssue({ code: "custom", message: read.message });
  return z.NEVER;
});

/** Reads a field with `read` and refuses it when `read` returns null. */
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

/** Takes what BSS Setup changes of the organization. Only the time zone is required. */
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

/**
 * Changes the organization's profile. Issued documents keep what they say. See docs/domain.md, section 3, "Documents" and
 * "Whose day". @throws Conflict
 */
export const editOrganization = command({
  name: "organization.edit",
  caller: staff("organization:save"),
  input: EditOrganizationInput,
  output: z.object({ version: Version }),
  refusals: refusals(),
  async run({ tx, ctx }, { version, ...company }) {
    const { name, ...before } = await tx.organization.findFirstOrThrow({
      select: { name: true, timeZone: true, ...profileColumns },
    });
    const { count } = await tx.organization.updateMany({
      where: { version },
      data: { ...company, version: { increment: 1 } },
    });
    if (count === 0) throw new Conflict("The company");
    const changed = changedFacts(before, company);
    if (changed) await record(tx, ctx, [{ kind: "organization.edited", subject: name, ...changed }]);
    return ok({ version: version + 1 });
  },
});
