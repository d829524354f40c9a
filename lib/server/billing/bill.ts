import "server-only";
import type { BillingDocument } from "@/lib/domain/billing-document/billing-document";
import { taxesByRate } from "@/lib/domain/billing-document/taxes";
import { isoDay } from "@/lib/domain/values/day";
import { formatAmount } from "@/lib/domain/values/money";
import type { Prisma } from "../kernel/db";
import { buyerOn, type KeptBuyer, type KeptSeller, sellerOn } from "./kept-parties";

/** Holds what invoices and credit notes have in common. The logo's bytes are loaded when it is drawn. */
export type Bill = {
  id: string;
  accentColor: string | null;
  logoId: string | null;
} & Pick<
  BillingDocument,
  | "number"
  | "issueDate"
  | "language"
  | "currency"
  | "seller"
  | "buyer"
  | "lines"
  | "taxes"
  | "netTotal"
  | "taxTotal"
  | "total"
>;

export const billColumns = {
  id: true,
  number: true,
  issueDate: true,
  currency: true,
  netTotal: true,
  taxTotal: true,
  total: true,
  seller: true,
  buyer: true,
  language: true,
  logoId: true,
} as const;

export const lineColumns = {
  id: true,
  description: true,
  quantity: true,
  billingPeriod: true,
  serviceFrom: true,
  serviceTo: true,
  unitPrice: true,
  discountPercent: true,
  taxRate: true,
  net: true,
  tax: true,
  total: true,
} as const;

type Stored = Prisma.InvoiceGetPayload<{ select: typeof billColumns }>;
type StoredLine = Prisma.InvoiceLineGetPayload<{ select: typeof lineColumns }>;

export function toBill(row: Stored, lines: readonly StoredLine[]): Bill {
  const { id, number, language, currency, logoId } = row;
  const money = (value: Prisma.Decimal) => formatAmount(value, currency);
  const seller = row.seller as KeptSeller;
  const shown = lines.map(({ serviceFrom, serviceTo, ...line }) => ({
    ...line,
    unitPrice: money(line.unitPrice),
    discountPercent: line.discountPercent.toString(),
    taxRate: line.taxRate.toString(),
    net: money(line.net),
    tax: money(line.tax),
    total: money(line.total),
    servicePeriod: serviceFrom && { from: isoDay(serviceFrom), to: serviceTo && isoDay(serviceTo) },
  }));
  return {
    id,
    number,
    language,
    currency,
    logoId,
    accentColor: seller.accentColor,
    seller: sellerOn(seller, language),
    buyer: buyerOn(row.buyer as KeptBuyer, language),
    issueDate: isoDay(row.issueDate),
    netTotal: money(row.netTotal),
    taxTotal: money(row.taxTotal),
    total: money(row.total),
    taxes: taxesByRate(shown, currency),
    lines: shown,
  };
}
