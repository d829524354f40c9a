import "server-only";
import { z } from "zod";
import type { InvoiceDetail, InvoiceRow } from "../../../billing/queries/invoices";
import { Money, money } from "../money";
import { AccountCode, BillingPeriodName, IsoDay } from "./fields";

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

const InvoiceLine = z
  .object({
    id: z.uuid(),
    description: z.string(),
    quantity: z.number().int(),
    unitPrice: Money,
    discountPercent: z.string(),
    taxRate: z.string(),
    net: Money,
    tax: Money,
    total: Money,
    servicePeriod: z.object({ from: IsoDay, to: IsoDay.nullable() }).nullable(),
    billingPeriod: BillingPeriodName,
  })
  .meta({ id: "InvoiceLine" });

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
    lines: z.array(InvoiceLine),
    taxes: z.array(z.object({ rate: z.string(), net: Money, tax: Money })),
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
    lines: invoice.lines.map((line) => ({
      ...line,
      unitPrice: money(line.unitPrice, currency),
      net: money(line.net, currency),
      tax: money(line.tax, currency),
      total: money(line.total, currency),
    })),
    taxes: invoice.taxes.map(({ rate, net, tax }) => ({
      rate,
      net: money(net, currency),
      tax: money(tax, currency),
    })),
    payments: invoice.payments.map(({ amount, ...payment }) => ({
      ...payment,
      amount: money(amount, currency),
    })),
  };
}
