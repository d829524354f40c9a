import "server-only";
import { z } from "zod";
import type { InvoiceDetail, InvoiceRow } from "../../../billing/queries/invoices";
import { Money, money } from "../money";
import { DocumentLine, DocumentTax, tellLine, tellTax } from "./document-line";
import { AccountCode, IsoDay } from "./fields";

export const InvoiceSummary = z
  .object({
    id: z.uuid(),
    number: z.string(),
    account: AccountCode,
    orderCode: z.string(),
    issueDate: IsoDay,
    dueDate: IsoDay,
    total: Money,
    outstanding: Money,
  })
  .meta({ id: "InvoiceSummary" });

export function tellInvoiceRow({
  currency,
  total,
  outstanding,
  ...row
}: InvoiceRow): z.input<typeof InvoiceSummary> {
  return { ...row, total: money(total, currency), outstanding: money(outstanding, currency) };
}

export const Invoice = z
  .object({
    id: z.uuid(),
    number: z.string(),
    account: AccountCode,
    orderCode: z.string(),
    issueDate: IsoDay,
    dueDate: IsoDay,
    net: Money,
    tax: Money,
    total: Money,
    outstanding: Money,
    creditNote: z.string().nullable().describe("This credit note reversed the invoice."),
    lines: z.array(DocumentLine),
    taxes: z.array(DocumentTax),
    payments: z.array(z.object({ id: z.uuid(), receivedOn: IsoDay, reference: z.string(), amount: Money })),
  })
  .meta({ id: "Invoice" });

export function tellInvoice(invoice: InvoiceDetail): z.input<typeof Invoice> {
  const { currency } = invoice;
  return {
    id: invoice.id,
    number: invoice.number,
    account: { code: invoice.buyer.code, name: invoice.buyer.name },
    orderCode: invoice.orderCode,
    issueDate: invoice.issueDate,
    dueDate: invoice.dueDate,
    net: money(invoice.netTotal, currency),
    tax: money(invoice.taxTotal, currency),
    total: money(invoice.total, currency),
    outstanding: money(invoice.outstanding, currency),
    creditNote: invoice.creditNote,
    lines: invoice.lines.map((line) => tellLine(line, currency)),
    taxes: invoice.taxes.map((tax) => tellTax(tax, currency)),
    payments: invoice.payments.map(({ amount, ...payment }) => ({
      ...payment,
      amount: money(amount, currency),
    })),
  };
}
