import "server-only";
import { z } from "zod";
import type { InvoiceDetail } from "../../../billing/queries/invoices";
import { Money, money } from "../money";
import { BillingPeriodName, IsoDay } from "./fields";

/** Describes a line of an invoice, or of the credit note that takes it back. */
export const DocumentLine = z
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
  .meta({ id: "DocumentLine" });

export function tellLine(
  line: InvoiceDetail["lines"][number],
  currency: string,
): z.input<typeof DocumentLine> {
  return {
    ...line,
    unitPrice: money(line.unitPrice, currency),
    net: money(line.net, currency),
    tax: money(line.tax, currency),
    total: money(line.total, currency),
  };
}

export const DocumentTax = z.object({ rate: z.string(), net: Money, tax: Money });

export function tellTax(
  { rate, net, tax }: InvoiceDetail["taxes"][number],
  currency: string,
): z.input<typeof DocumentTax> {
  return { rate, net: money(net, currency), tax: money(tax, currency) };
}
