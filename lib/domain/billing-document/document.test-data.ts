import type { BillingDocument, CreditNoteDocument, DocumentLine, InvoiceDocument } from "./billing-document";

export const aLine = (values: Partial<DocumentLine> = {}): DocumentLine => ({
  id: "1",
  description: "Mail box",
  quantity: 1200,
  unitPrice: "10.00",
  discountPercent: "12.5",
  taxRate: "19",
  net: "10500.00",
  tax: "1995.00",
  total: "12495.00",
  servicePeriod: { from: "2026-12-01", to: "2026-12-31" },
  billingPeriod: "month",
  ...values,
});

const base: Omit<BillingDocument, "kind"> = {
  number: "INV-1001",
  issueDate: "2026-11-23",
  orderCode: "1042-1",
  language: "en",
  currency: "EUR",
  seller: {
    legalName: "Northwind Cloud GmbH",
    address: ["Torstraße 140", "10119 Berlin", "Germany"],
    vatId: "DE123456789",
    registrationNumber: "HRB 98765 B, Amtsgericht Charlottenburg",
    email: "billing@northwind.example",
    phone: "+49 30 123456",
    website: "www.northwind.example",
    bank: {
      accountHolder: null,
      bankName: "Musterbank Berlin",
      iban: "DE89370400440532013000",
      bic: "COBADEFFXXX",
    },
  },
  buyer: {
    name: "Fjord Energy",
    code: "A1001",
    address: ["Storgata 12", "0155 Oslo", "Norway"],
    vatId: "NO912345678MVA",
    email: "post@fjord.example",
  },
  lines: [aLine()],
  taxes: [{ rate: "19", net: "10500.00", tax: "1995.00" }],
  netTotal: "10500.00",
  taxTotal: "1995.00",
  total: "12495.00",
  look: { accentColor: null, logo: null },
};

type Common = Omit<BillingDocument, "kind">;

export const anInvoice = (values: Partial<Common & InvoiceDocument> = {}): BillingDocument => ({
  ...base,
  kind: "invoice",
  dueDate: "2026-12-23",
  outstanding: "12495.00",
  creditNote: null,
  ...values,
});

export const aCreditNote = (values: Partial<Common & CreditNoteDocument> = {}): BillingDocument => ({
  ...base,
  kind: "credit_note",
  number: "CN-1001",
  invoice: { number: "INV-1001", issueDate: "2026-11-23" },
  ...values,
});
