import "server-only";
import { z } from "zod";
import type { BillingDocument } from "@/lib/domain/billing-document/billing-document";
import { creditNoteDocument, invoiceDocument } from "../../../billing/queries/document-of";
import { query } from "../../../kernel/definition/query";
import { customers } from "../../customer";
import { getOwnInvoice } from "./own-bills";
import { getOwnCreditNote } from "./own-credit-notes";

/** Returns an invoice of the customer with all that its file shows. @throws NotFound also for another account's */
export const getOwnInvoiceDocument = query({
  name: "own-invoice-document.get",
  caller: customers("storefront:read-bills"),
  input: z.string(),
  run: async ({ ctx, who }, number): Promise<BillingDocument> =>
    invoiceDocument(ctx, await getOwnInvoice(who, number)),
});

/** Returns a credit note of the customer with all that its file shows. @throws NotFound also for another account's */
export const getOwnCreditNoteDocument = query({
  name: "own-credit-note-document.get",
  caller: customers("storefront:read-bills"),
  input: z.string(),
  run: async ({ ctx, who }, number): Promise<BillingDocument> =>
    creditNoteDocument(ctx, await getOwnCreditNote(who, number)),
});
