import { wholeNumber } from "@/components/inputs/whole-number";
import { missingCredit } from "@/lib/domain/credit";
import { orderTotals, profit } from "@/lib/domain/order/amounts/totals";
import { type Amount, amount, formatAmount } from "@/lib/domain/values/money";
import type { FormItem } from "./values";

export type LiveTotals = Record<
  "net" | "discount" | "tax" | "finalPrice" | "monthlyRunRate" | "cost" | "profit",
  string
>;

/** Holds the totals of a form's items, each and all, before anything is typed. */
export type Figures = { totals: LiveTotals; lines: Record<string, string | null> };

/** Works them out for the page, so that the form need not until something is typed: see use-figures.ts. */
export function figuresOf(items: readonly FormItem[], currency: string): Figures {
  const lines = items.map((item) => [item.key, lineOf(item, currency)] as const);
  return { totals: liveTotals(items, currency), lines: Object.fromEntries(lines) };
}

/**
 * Works out the totals of what is typed, by the rule that the server saves them by. It leaves out lines that cannot be
 * read yet.
 */
export function liveTotals(items: readonly FormItem[], currency: string): LiveTotals {
  const totals = orderTotals(
    items.flatMap((item) => {
      const line = read(item);
      return line ?? [];
    }),
    currency,
  );
  const money = (value: Amount) => formatAmount(value, currency);
  return {
    net: money(totals.net),
    discount: money(totals.discount),
    tax: money(totals.tax),
    finalPrice: money(totals.finalPrice),
    monthlyRunRate: money(totals.monthlyRunRate),
    cost: money(totals.cost),
    profit: money(profit(totals)),
  };
}

/** Returns one line's total with tax, or nothing while it cannot be read. */
export function lineOf(item: FormItem, currency: string): string | null {
  const line = read(item);
  return line && formatAmount(orderTotals([line], currency).finalPrice, currency);
}

/** Returns by how much a total with tax exceeds the credit, or nothing where it fits. */
export function missingOf(available: string, finalPrice: string, currency: string): string | null {
  const credit = { limit: amount(available), outstanding: amount(0) };
  const missing = missingCredit(credit, amount(finalPrice));
  return missing.isZero() ? null : formatAmount(missing, currency);
}

function read({ product, ...item }: FormItem) {
  const quantity = wholeNumber(item.quantity);
  const unitPrice = item.unitPrice.trim() || product.price;
  const discountPercent = item.discountPercent.trim() || "0";
  if (quantity === null || !decimal.test(unitPrice) || !decimal.test(discountPercent)) return null;
  if (Number(discountPercent) > 100) return null;
  return {
    itemType: item.itemType,
    billingPeriod: product.billingPeriod,
    quantity,
    cancelledQuantity: 0,
    places: item.places ?? null,
    unitPrice: amount(unitPrice),
    unitCost: amount(product.cost),
    discountPercent: amount(discountPercent),
    taxRate: amount(product.taxRate),
  };
}

const decimal = /^\d{1,15}(\.\d{1,4})?$/;
