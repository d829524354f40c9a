import type { CreditNoteDetail } from "@/lib/server/billing/credit-note-queries";
import type { InvoiceDetail } from "@/lib/server/billing/queries";

/** A number or a day beside the account; a link on the page, plain text in the file. */
export type BillFact =
  | { name: string; text: string; href?: string }
  /** `outstanding` makes it a due date, which may be over. */
  | { name: string; day: string; outstanding?: string };

/** What an invoice and a credit note say besides what they have in common; the same on the page and in the file. */
export interface BillWords {
  title: string;
  facts: BillFact[];
  /** Under the total. */
  after: { name: string; amount: string };
}

export function invoiceWords(invoice: InvoiceDetail): BillWords {
  const { number, orderCode, issueDate, dueDate, outstanding, creditNote } = invoice;
  return {
    title: `Invoice ${number}`,
    facts: [
      { name: "Number", text: number },
      { name: "Order", text: orderCode, href: `/orders/${orderCode}` },
      { name: "Issued", day: issueDate },
      { name: "Due", day: dueDate, outstanding },
      ...(creditNote
        ? [{ name: "Credit note", text: creditNote, href: `/invoices/credit-notes/${creditNote}` }]
        : []),
    ],
    after: settlement(invoice),
  };
}

/** What is left to pay, or how nothing came to be. */
function settlement({ creditNote, outstanding, total }: InvoiceDetail): BillWords["after"] {
  if (creditNote) return { name: "Credited", amount: total };
  return Number(outstanding) === 0
    ? { name: "Paid", amount: total }
    : { name: "Outstanding", amount: outstanding };
}

export function creditNoteWords({
  number,
  invoice,
  orderCode,
  issueDate,
  total,
}: CreditNoteDetail): BillWords {
  return {
    title: `Credit note ${number}`,
    facts: [
      { name: "Number", text: number },
      { name: "For invoice", text: invoice.number, href: `/invoices/${invoice.number}` },
      { name: "Of", day: invoice.issueDate },
      { name: "Order", text: orderCode, href: `/orders/${orderCode}` },
      { name: "Issued", day: issueDate },
    ],
    after: { name: "Credited", amount: total },
  };
}
