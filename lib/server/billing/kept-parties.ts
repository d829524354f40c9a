import "server-only";
import type { BankDetails, Buyer, Seller } from "@/lib/domain/billing-document/billing-document";
import type { CompanyProfile } from "@/lib/domain/company-profile";
import { type Address, addressLines } from "@/lib/domain/values/address";
import { shownWebsite } from "@/lib/domain/values/website";

/**
 * Holds the seller as an invoice or credit note keeps it from its issue. The database's `seller_of` and `buyer_of` make seller
 * and buyer: see docs/domain.md, section 3, "Documents".
 */
export type KeptSeller = CompanyProfile & { name: string };

export type KeptBuyer = Address & {
  code: string;
  name: string;
  email: string | null;
  vatId: string | null;
};

/** Returns the seller in the words of a document in that language. */
export function sellerOn(kept: KeptSeller, language: string): Seller {
  const { vatId, registrationNumber, email, phone, website } = kept;
  return {
    legalName: kept.legalName ?? kept.name,
    address: addressLines(kept, language),
    vatId,
    registrationNumber,
    email,
    phone,
    website: website && shownWebsite(website),
    bank: bankOn(kept),
  };
}

/** Returns the bank details, or null if the seller has no account number. */
function bankOn({ iban, bic, bankName, accountHolder, legalName, name }: KeptSeller): BankDetails | null {
  if (iban === null) return null;
  const holder = accountHolder === (legalName ?? name) ? null : accountHolder;
  return { accountHolder: holder, bankName, iban, bic };
}

export function buyerOn(kept: KeptBuyer, language: string): Buyer {
  const { name, code, vatId, email } = kept;
  return { name, code, address: addressLines(kept, language), vatId, email };
}
