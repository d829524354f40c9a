import "server-only";
import { z } from "zod";
import type { BillingDocument } from "@/lib/domain/billing-document/billing-document";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { getCreditNote } from "./credit-notes";
import { creditNoteDocument, invoiceDocument } from "./document-of";
import { getInvoice } from "./invoices";

/** Returns an invoice with everything that its file shows. @throws NotFound */
export const getInvoiceDocument = query({
  name: "invoice-document.get",
  caller: staff("invoice:read"),
  input: z.string(),
  async run({ ctx }, number): Promise<BillingDocument> {
    return invoiceDocument(ctx, await getInvoice(ctx, number));
  },
});

/** Returns a credit note with everything that its file shows. @throws NotFound */
export const getCreditNoteDocument = query({
  name: "credit-note-document.get",
  caller: staff("invoice:read"),
  input: z.string(),
  async run({ ctx }, number): Promise<BillingDocument> {
    return creditNoteDocument(ctx, await getCreditNote(ctx, number));
  },
});
