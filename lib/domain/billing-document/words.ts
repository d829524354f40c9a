import { formatDate, formatMoney, formatNumber, formatPercent, longDay } from "../format/format";
import type { Language } from "../messages/message";
import type { BillingDocument, TaxAtRate } from "./billing-document";
import type { DocumentWords } from "./document-words";
import { english } from "./english";
import { german } from "./german";

/** Writes values as the document's language does. */
export interface Notation {
  money: (amount: string) => string;
  number: (value: number) => string;
  percent: (value: string) => string;
  /** Writes a day for a table: "23 Nov 2026". */
  day: (day: string) => string;
  /** Writes a day for a sentence: "23 November 2026". */
  longDay: (day: string) => string;
}

const words: Record<Language, DocumentWords> = { en: english, de: german };

/** A document has the notation of its own language, whatever the reader's browser asks for. */
const locales: Record<Language, string> = { en: "en-GB", de: "de-DE" };

export function wordsOf({ language }: BillingDocument): DocumentWords {
  return words[language];
}

export function notationOf({ language, currency }: BillingDocument): Notation {
  const locale = locales[language];
  return {
    money: (amount) => formatMoney(amount, currency, locale),
    number: (value) => formatNumber(value, locale),
    percent: (value) => formatPercent(value, locale),
    day: (day) => formatDate(day, "date", { locale, timeZone: "UTC" }),
    longDay: (day) => longDay(day, locale),
  };
}

/** Returns "Invoice INV-1001" in the document's language. */
export function documentTitle(document: BillingDocument): string {
  return `${wordsOf(document).titles[document.kind]} ${document.number}`;
}

/** Returns what the reader has to do about the document: pay, or nothing more. */
export function documentSummary(document: BillingDocument): string {
  const { due, paidInFull, creditedBy, creditedFor } = wordsOf(document);
  const { money, longDay } = notationOf(document);
  if (document.kind === "credit_note") {
    return creditedFor(money(document.total), document.invoice.number);
  }
  if (document.creditNote) return creditedBy(document.creditNote);
  return isOpen(document)
    ? due(money(document.outstanding), longDay(document.dueDate))
    : paidInFull(money(document.total));
}

/** Returns the row under the total, which says what is left to pay or how the document was settled. */
export function settlement(document: BillingDocument): { name: string; amount: string } {
  const { credited, outstanding, paid } = wordsOf(document);
  if (document.kind === "credit_note" || document.creditNote)
    return { name: credited, amount: document.total };
  return isOpen(document)
    ? { name: outstanding, amount: document.outstanding }
    : { name: paid, amount: document.total };
}

/** Tells whether the document asks for money. */
export function isOpen(document: BillingDocument): boolean {
  return document.kind === "invoice" && !document.creditNote && Number(document.outstanding) > 0;
}

export function taxLabel({ rate, net }: TaxAtRate, document: BillingDocument): string {
  const { percent, money } = notationOf(document);
  return wordsOf(document).taxAt(percent(rate), money(net));
}
