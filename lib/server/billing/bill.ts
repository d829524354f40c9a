import "server-only";
import type { Language } from "@/lib/domain/messages/message";
import { formatAmount } from "@/lib/domain/money";
import type { BillingPeriod } from "@/lib/domain/product";
import type { Prisma } from "../db";

/** What an invoice and a credit note have in common. Amounts are exact decimal text in the currency. */
export type Bill = {
  id: string;
  number: string;
  seller: string;
  account: { code: string; name: string; email: string | null; country: string | null; language: Language };
  orderCode: string;
  /** A day, "2026-11-23". */
  issueDate: string;
  currency: string;
  netTotal: string;
  taxTotal: string;
  total: string;
  lines: BillLine[];
};

export type BillLine = {
  id: string;
  description: string;
  billingPeriod: BillingPeriod;
  quantity: number;
  unitPrice: string;
  discountPercent: string;
  taxRate: string;
  net: string;
  tax: string;
  total: string;
};

export const billColumns = {
  id: true,
  number: true,
  issueDate: true,
  currency: true,
  netTotal: true,
  taxTotal: true,
  total: true,
  organization: { select: { name: true } },
  order: { select: { code: true } },
  account: { select: { code: true, name: true, email: true, country: true, language: true } },
} as const;

export const lineColumns = {
  id: true,
  description: true,
  orderItem: { select: { billingPeriod: true } },
  quantity: true,
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
  const money = (value: Prisma.Decimal) => formatAmount(value, row.currency);
  return {
    id: row.id,
    number: row.number,
    seller: row.organization.name,
    account: row.account,
    orderCode: row.order.code,
    issueDate: dayOf(row.issueDate),
    currency: row.currency,
    netTotal: money(row.netTotal),
    taxTotal: money(row.taxTotal),
    total: money(row.total),
    lines: lines.map(({ orderItem, ...line }) => ({
      ...line,
      billingPeriod: orderItem.billingPeriod,
      unitPrice: money(line.unitPrice),
      discountPercent: line.discountPercent.toString(),
      taxRate: line.taxRate.toString(),
      net: money(line.net),
      tax: money(line.tax),
      total: money(line.total),
    })),
  };
}

/** The database's day, which the driver gives as midnight UTC. */
export function dayOf(value: Date): string {
  return value.toISOString().slice(0, 10);
}
