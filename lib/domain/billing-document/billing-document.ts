import type { Language } from "../messages/message";
import type { BillingPeriod } from "../product";

/**
 * Holds all that an invoice or credit note says: docs/domain.md, section 3, "Documents". Amounts and rates are exact
 * decimal text ("1234.50", "19"), days are ISO days ("2026-11-23"), and what the seller has not entered is null or
 * empty.
 */
export type BillingDocument = (InvoiceDocument | CreditNoteDocument) & {
  number: string;
  issueDate: string;
  orderCode: string;
  /** The document writes words, numbers and days in this language for every reader. */
  language: Language;
  currency: string;
  seller: Seller;
  buyer: Buyer;
  lines: DocumentLine[];
  /** There is one entry for each rate, and they add up to the totals. */
  taxes: TaxAtRate[];
  netTotal: string;
  taxTotal: string;
  total: string;
  look: DocumentLook;
};

export interface InvoiceDocument {
  kind: "invoice";
  dueDate: string;
  /** Part of the total that is still to be paid. */
  outstanding: string;
  /** Names the credit note that took the invoice back. */
  creditNote: string | null;
}

export interface CreditNoteDocument {
  kind: "credit_note";
  /** Names the invoice that the credit note takes back. */
  invoice: { number: string; issueDate: string };
}

export interface Seller {
  legalName: string;
  /** Holds the lines as they stand on a letter, with the country last and in the document's language. */
  address: string[];
  vatId: string | null;
  registrationNumber: string | null;
  email: string | null;
  phone: string | null;
  website: string | null;
  bank: BankDetails | null;
}

export interface BankDetails {
  /** Names the owner of the bank account where that is not the seller's legal name. */
  accountHolder: string | null;
  bankName: string | null;
  /** Holds an IBAN, or an account number in countries without IBANs. */
  iban: string | null;
  bic: string | null;
}

export interface Buyer {
  name: string;
  /** Holds the account's code, such as "A1001". */
  code: string;
  /** Holds the lines as they stand on a letter, with the country last and in the document's language. */
  address: string[];
  vatId: string | null;
  email: string | null;
}

export interface DocumentLine {
  id: string;
  description: string;
  quantity: number;
  unitPrice: string;
  discountPercent: string;
  taxRate: string;
  net: string;
  tax: string;
  total: string;
  /** Holds the first and last day, where `to` is null without an end. One-off products have no period. */
  servicePeriod: { from: string; to: string | null } | null;
  billingPeriod: BillingPeriod;
}

export interface TaxAtRate {
  rate: string;
  net: string;
  tax: string;
}

export interface DocumentLook {
  /** Holds a color such as "#1c6dd0", or null for the neutral look. */
  accentColor: string | null;
  /** Holds the bytes of a PNG or JPEG. */
  logo: Uint8Array | null;
}
