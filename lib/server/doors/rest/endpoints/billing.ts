import "server-only";
import { z } from "zod";
import { getInvoice, listInvoices } from "../../../billing/queries/invoices";
import type { Endpoint } from "../endpoint";
import { lists } from "../lists";
import { reads } from "../reads";
import { Invoice, InvoiceSummary, tellInvoice, tellInvoiceRow } from "../resources/invoice";

const tag = "Invoices";
const sorts = ["number", "issued", "due", "outstanding", "total"] as const;

export const billingEndpoints: readonly Endpoint[] = [
  lists("/invoices", listInvoices, {
    tag,
    summary: "Lists invoices, newest first",
    parameters: z.object({
      q: z.string().max(100).optional().describe("We search numbers, order codes and accounts."),
      account: z
        .string()
        .max(20)
        .optional()
        .describe("The list then holds only rows of the account with this code."),
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
];
