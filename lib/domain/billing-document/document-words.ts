import type { BillingPeriod } from "../product";
import type { BillingDocument } from "./billing-document";

/** Holds the words of a document in one language: docs/domain.md, section 3, "Documents". */
export interface DocumentWords {
  titles: Record<BillingDocument["kind"], string>;
  facts: {
    numbers: Record<BillingDocument["kind"], string>;
    issued: string;
    due: string;
    invoice: string;
    creditNote: string;
    order: string;
    customer: string;
    customerVatId: string;
  };
  columns: {
    description: string;
    quantity: string;
    unitPrice: string;
    discount: string;
    tax: string;
    net: string;
  };
  billed: Record<BillingPeriod, string>;
  period: (from: string, to: string | null) => string;
  net: string;
  taxAt: (rate: string, net: string) => string;
  total: string;
  outstanding: string;
  paid: string;
  credited: string;
  due: (amount: string, day: string) => string;
  paidInFull: (amount: string) => string;
  creditedBy: (creditNote: string) => string;
  creditedFor: (amount: string, invoice: string) => string;
  invoiceOf: (invoice: string, day: string) => string;
  /** This stands below lines without a period of their own. */
  serviceDate: string;
  transfer: string;
  bank: { holder: string; name: string; iban: string; bic: string; reference: string };
  seller: { vatId: string; registration: string };
  page: (page: number, count: number) => string;
}
