import "server-only";
import { z } from "zod";
import type { InvoiceDetail, InvoiceRow } from "../../../billing/queries/invoices";
import { Money, money } from "../money";
import { DocumentLine, DocumentTax, tellLine, tellTax } from "./document-line";
import { AccountCode, IsoDay } from "./fields";

const InvoiceKind = z
  .enum(["invoice", "opening_balance"])
  .describe(
    "An opening balance is what an account owed when it moved in. It has no order, no lines and no tax.",
  );
const OrderCode = z.string().nullable().describe("This is null for an opening balance.");
const ExternalId = z
  .string()
  .nullable()
  .describe("This is the number of an opening balance in the system that it comes from.");

const kindOf = (orderCode: string | null) => (orderCode === null ? "opening_balance" : "invoice");

export const InvoiceSummary = z
  .object({
    id: z.uuid(),
    number: z.string(),
    kind: InvoiceKind,
    account: AccountCode,
    orderCode: OrderCode,
    externalId: ExternalId,
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
  return {
    ...row,
    kind: kindOf(row.orderCode),
    total: money(total, currency),
    outstanding: money(outstanding, currency),
  };
}

export const Invoice = z
  .object({
    id: z.uuid(),
    number: z.string(),
    kind: InvoiceKind,
    account: AccountCode,
    orderCode: OrderCode,
    externalId: ExternalId,
    note: z.string().describe("This says what an opening balance is for."),
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
    kind: kindOf(invoice.orderCode),
    account: { code: invoice.buyer.code, name: invoice.buyer.name },
    orderCode: invoice.orderCode,
    externalId: invoice.openingBalance?.externalId ?? null,
    note: invoice.openingBalance?.note ?? "",
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
