import type { Language } from "../messages/message";
import type { BillingPeriod } from "../product";

/**
 * An invoice or a credit note with all that it says: docs/domain.md, section 3, "Documents". Amounts and rates are exact
 * decimal text ("1234.50", "19"), days are ISO days ("2026-11-23"). What the seller has not entered is null or empty.
 */
export type BillingDocument = (InvoiceDocument | CreditNoteDocument) & {
  number: string;
  issueDate: string;
  orderCode: string;
  /** Words, numbers and days are written in it, whoever reads the document. */
  language: Language;
  currency: string;
  seller: Seller;
  buyer: Buyer;
  lines: DocumentLine[];
  /** One entry for each rate; they add up to the totals. */
  taxes: TaxAtRate[];
  netTotal: string;
  taxTotal: string;
  total: string;
  look: DocumentLook;
};

export interface InvoiceDocument {
  kind: "invoice";
  dueDate: string;
  /** What is still to be paid of the total. */
  outstanding: string;
  /** The number of the credit note that took the invoice back. */
  creditNote: string | null;
}

export interface CreditNoteDocument {
  kind: "credit_note";
  /** The invoice that it takes back. */
  invoice: { number: string; issueDate: string };
}

export interface Seller {
  legalName: string;
  /** Lines as they stand on a letter, the country last, in the document's language. */
  address: string[];
  vatId: string | null;
  registrationNumber: string | null;
  email: string | null;
  phone: string | null;
  website: string | null;
  bank: BankDetails | null;
}

export interface BankDetails {
  /** Whose account it is, where it is not the seller's legal name. */
  accountHolder: string | null;
  bankName: string | null;
  /** An IBAN, or an account number where there are none. */
  iban: string | null;
  bic: string | null;
}

export interface Buyer {
  name: string;
  /** The account's code, "A1001". */
  code: string;
  /** Lines as they stand on a letter, the country last, in the document's language. */
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
  /** First and last day, `to` null without an end. One-off products have no period. */
  servicePeriod: { from: string; to: string | null } | null;
  billingPeriod: BillingPeriod;
}

export interface TaxAtRate {
  rate: string;
  net: string;
  tax: string;
}

export interface DocumentLook {
  /** "#1c6dd0", or null for the neutral look. */
  accentColor: string | null;
  /** The bytes of a PNG or JPEG. */
  logo: Uint8Array | null;
}
