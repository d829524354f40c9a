import type { CreditNoteDetail } from "@/lib/server/billing/queries/credit-notes";
import type { InvoiceDetail } from "@/lib/server/billing/queries/invoices";

/** Is a number or a day beside the account. */
export type BillFact =
  | { name: string; text: string; href?: string | undefined }
  /** Is a due date if it has `outstanding`, and may be overdue. */
  | { name: string; day: string; outstanding?: string };

/** Holds what an invoice and a credit note say besides what they have in common. */
export interface BillWords {
  title: string;
  facts: BillFact[];
  /** Stands below the total. */
  after: { name: string; amount: string };
  /** Says of an opening balance what it is, in place of lines and taxes, which the other system has. */
  instead?: { text: string; note: string };
}

/** Leads to what a bill names; without an address that is plain text. */
export interface BillLinks {
  order: string | undefined;
  invoice: (number: string) => string;
  creditNote: (number: string) => string;
}

function bssLinks({ orderCode }: { orderCode: string | null }): BillLinks {
  return {
    order: orderCode === null ? undefined : `/orders/${orderCode}`,
    invoice: (number) => `/invoices/${number}`,
    creditNote: (number) => `/invoices/credit-notes/${number}`,
  };
}

export function shopLinks({ ownOrder }: { ownOrder: string | null }): BillLinks {
  const billing = "/storefront/billing";
  return {
    order: ownOrder === null ? undefined : `${billing}/orders/${ownOrder}`,
    invoice: (number) => `${billing}/invoices/${number}`,
    creditNote: (number) => `${billing}/credit-notes/${number}`,
  };
}

export function invoiceWords(invoice: InvoiceDetail, links: BillLinks = bssLinks(invoice)): BillWords {
  const { number, orderCode, issueDate, dueDate, outstanding, creditNote, openingBalance } = invoice;
  if (openingBalance) {
    return {
      title: `Opening balance ${number}`,
      facts: [
        { name: "Number", text: number },
        { name: "Original invoice", text: openingBalance.externalId },
        { name: "Issued", day: issueDate },
        { name: "Due", day: dueDate, outstanding },
      ],
      after: settlement(invoice),
      instead: {
        text: `This amount was still to be paid of invoice ${openingBalance.externalId}, which ${invoice.seller.legalName} issued in an earlier system. That invoice has its lines and its tax.`,
        note: openingBalance.note,
      },
    };
  }
  return {
    title: `Invoice ${number}`,
    facts: [
      { name: "Number", text: number },
      { name: "Order", text: orderCode ?? "–", href: links.order },
      { name: "Issued", day: issueDate },
      { name: "Due", day: dueDate, outstanding },
      ...(creditNote ? [{ name: "Credit note", text: creditNote, href: links.creditNote(creditNote) }] : []),
    ],
    after: settlement(invoice),
  };
}

/** Tells what is left to pay, or why nothing is. */
function settlement({ creditNote, outstanding, total }: InvoiceDetail): BillWords["after"] {
  if (creditNote) return { name: "Credited", amount: total };
  return Number(outstanding) === 0
    ? { name: "Paid", amount: total }
    : { name: "Outstanding", amount: outstanding };
}

export function creditNoteWords(note: CreditNoteDetail, links: BillLinks = bssLinks(note)): BillWords {
  const { number, invoice, orderCode, issueDate, total } = note;
  return {
    title: `Credit note ${number}`,
    facts: [
      { name: "Number", text: number },
      { name: "For invoice", text: invoice.number, href: links.invoice(invoice.number) },
      { name: "Of", day: invoice.issueDate },
      { name: "Order", text: orderCode, href: links.order },
      { name: "Issued", day: issueDate },
    ],
    after: { name: "Credited", amount: total },
  };
}
