import type { Address } from "./values/address";

/** Holds what documents, emails and the Storefront say of the organization: docs/domain.md, section 3, "Documents". */
export type CompanyProfile = Address & {
  legalName: string | null;
  vatId: string | null;
  registrationNumber: string | null;
  email: string | null;
  phone: string | null;
  website: string | null;
  bankName: string | null;
  accountHolder: string | null;
  iban: string | null;
  bic: string | null;
  /** Is written "#rrggbb". */
  accentColor: string | null;
};
