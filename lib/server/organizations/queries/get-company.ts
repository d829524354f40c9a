import "server-only";
import type { CompanyProfile } from "@/lib/domain/company-profile";
import { read } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { nothing, query } from "../../kernel/definition/query";

export const profileColumns = {
  legalName: true,
  street: true,
  postalCode: true,
  city: true,
  region: true,
  country: true,
  vatId: true,
  registrationNumber: true,
  email: true,
  phone: true,
  website: true,
  bankName: true,
  accountHolder: true,
  iban: true,
  bic: true,
  accentColor: true,
} as const satisfies Record<keyof CompanyProfile, true>;

export type Company = CompanyProfile & {
  name: string;
  timeZone: string;
  version: number;
  logo: { id: string; width: number; height: number } | null;
};

/** Returns the organization as BSS Setup shows it. */
export const getCompany = query({
  name: "company.get",
  caller: staff("organization:save"),
  input: nothing,
  async run({ ctx }): Promise<Company> {
    return read(ctx).organization.findFirstOrThrow({
      select: {
        ...profileColumns,
        name: true,
        timeZone: true,
        version: true,
        logo: { select: { id: true, width: true, height: true } },
      },
    });
  },
});
