import "server-only";
import { z } from "zod";
import { Code } from "@/lib/schemas/fields";
import { getCreditNote, listCreditNotes } from "../../../billing/queries/credit-notes";
import { getInvoice, listInvoices } from "../../../billing/queries/invoices";
import { getPayment, listPayments } from "../../../billing/queries/payments";
import type { Endpoint } from "../endpoint";
import { lists } from "../lists";
import { reads } from "../reads";
import { CreditNote, CreditNoteSummary, tellCreditNote, tellCreditNoteRow } from "../resources/credit-note";
import { Invoice, InvoiceSummary, tellInvoice, tellInvoiceRow } from "../resources/invoice";
import { Payment, tellPayment } from "../resources/payment";

const tag = "Invoices";
const ofAccount = Code.optional().describe("The list then holds only rows of the account with this code.");
const sorts = ["number", "issued", "due", "outstanding", "total"] as const;

export const billingEndpoints: readonly Endpoint[] = [
  lists("/invoices", listInvoices, {
    tag,
    summary: "Lists invoices, newest first",
    parameters: z.object({
      q: z.string().max(100).optional().describe("We search numbers, order codes and accounts."),
      account: ofAccount,
      unpaid: z.literal("true").optional(),
      sort: z.enum(sorts.flatMap((sort) => [sort, `-${sort}` as const])).default("-number"),
    }),
    row: InvoiceSummary,
    tell: tellInvoiceRow,
  }),
  reads("/invoices/{number}", getInvoice, {
    tag,
    summary: "Returns an invoice with its lines and payments",
    input: ({ path }) => path.number,
    answer: Invoice,
    tell: tellInvoice,
  }),
  lists("/credit-notes", listCreditNotes, {
    tag,
    summary: "Lists credit notes, newest first",
    parameters: z.object({ account: ofAccount, sort: z.enum(["number", "-number"]).default("-number") }),
    row: CreditNoteSummary,
    tell: tellCreditNoteRow,
  }),
  reads("/credit-notes/{number}", getCreditNote, {
    tag,
    summary: "Returns a credit note with its lines",
    input: ({ path }) => path.number,
    answer: CreditNote,
    tell: tellCreditNote,
  }),
  lists("/payments", listPayments, {
    tag: "Payments",
    summary: "Lists what one or all accounts paid, newest first",
    parameters: z.object({
      account: ofAccount,
      sort: z.enum(["received", "-received", "recorded", "-recorded"]).default("-recorded"),
    }),
    row: Payment,
    tell: tellPayment,
  }),
  reads("/payments/{paymentId}", getPayment, {
    tag: "Payments",
    summary: "Returns a payment with the invoices that it pays",
    input: ({ path }) => path.paymentId,
    answer: Payment,
    tell: tellPayment,
  }),
];
