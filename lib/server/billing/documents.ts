import "server-only";
import type { BillingDocument, TaxAtRate } from "@/lib/domain/billing-document/billing-document";
import { formatAmount, sum } from "@/lib/domain/money";
import type { Bill, BillLine } from "./bill";
import type { CreditNoteDetail } from "./credit-note-queries";
import type { InvoiceDetail } from "./queries";

/** Returns what an invoice's file says. */
export function invoiceDocument(invoice: InvoiceDetail): BillingDocument {
  const { dueDate, outstanding, creditNote } = invoice;
  return { ...common(invoice), kind: "invoice", dueDate, outstanding, creditNote };
}

/** Returns what a credit note's file says. */
export function creditNoteDocument(note: CreditNoteDetail): BillingDocument {
  return { ...common(note), kind: "credit_note", invoice: note.invoice };
}

function common({ account, seller, lines, ...bill }: Bill) {
  const { number, issueDate, orderCode, currency, netTotal, taxTotal, total } = bill;
  return {
    ...{ number, issueDate, orderCode, currency, netTotal, taxTotal, total },
    language: account.language,
    seller: {
      legalName: seller,
      address: [],
      vatId: null,
      registrationNumber: null,
      email: null,
      phone: null,
      website: null,
      bank: null,
    },
    buyer: {
      name: account.name,
      code: account.code,
      address: addressOf(account),
      vatId: null,
      email: account.email,
    },
    lines: lines.map((line) => ({ ...line, servicePeriod: null })),
    taxes: taxesByRate(lines, currency),
    look: { accentColor: null, logo: null },
  };
}

function addressOf({ country, language }: Bill["account"]): string[] {
  if (!country) return [];
  return [new Intl.DisplayNames(language, { type: "region" }).of(country) ?? country];
}

/** Splits what lines come to by their rates, the highest first. */
function taxesByRate(lines: readonly BillLine[], currency: string): TaxAtRate[] {
  const rates = [...new Set(lines.map(({ taxRate }) => taxRate))].sort((a, b) => Number(b) - Number(a));
  return rates.map((rate) => {
    const taxed = lines.filter(({ taxRate }) => taxRate === rate);
    return {
      rate,
      net: formatAmount(sum(taxed.map(({ net }) => net)), currency),
      tax: formatAmount(sum(taxed.map(({ tax }) => tax)), currency),
    };
  });
}
