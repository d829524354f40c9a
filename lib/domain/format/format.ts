import { currencyDecimals } from "./currency";
import { madeOnce } from "./made";

/**
 * Writes numbers, money and times in the reader's notation. Pages, PDFs, emails and sentences use the same functions,
 * on the server and in the browser: docs/domain.md, section 2, "Notation".
 */
export interface FormatLocale {
  locale: string;
  timeZone: string;
}

type DateStyle = "date" | "date-time" | "exact" | "long" | "day-month";

const dateStyles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  date: { dateStyle: "medium" },
  "date-time": { dateStyle: "medium", timeStyle: "short" },
  exact: { dateStyle: "long", timeStyle: "long" },
  long: { dateStyle: "long" },
  "day-month": { day: "numeric", month: "short" },
};

/**
 * Writes an exact decimal ("1234.50") that never becomes a floating point number. It shows at least the decimals that
 * the currency is rounded to, and all that the amount has beyond them.
 */
export function formatMoney(amount: string, currency: string, locale: string): string {
  const least = currencyDecimals(currency);
  const decimals = Math.max(least, ownDecimals(amount));
  const format = madeOnce(`money ${locale} ${currency} ${decimals}`, () => {
    return new Intl.NumberFormat(locale, {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
      minimumFractionDigits: least,
      maximumFractionDigits: decimals,
      signDisplay: "negative",
    });
  });
  return plainSpaces(format.format(amount as Intl.StringNumericLiteral));
}

/** Writes a count or a quantity with all its decimals. */
export function formatNumber(value: number | string, locale: string): string {
  const decimals = ownDecimals(String(value));
  const format = madeOnce(`number ${locale} ${decimals}`, () => {
    return new Intl.NumberFormat(locale, { maximumFractionDigits: decimals });
  });
  return plainSpaces(format.format(value as Intl.StringNumericLiteral));
}

/** Writes "12.5" as 12.5%, 12,5 % or ١٢٫٥٪؜. */
export function formatPercent(value: number | string, locale: string): string {
  const decimals = ownDecimals(String(value));
  const format = madeOnce(`percent ${locale} ${decimals}`, () => {
    return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: decimals });
  });
  return plainSpaces(format.format(`${value}E-2` as Intl.StringNumericLiteral));
}

/** Returns how many decimals a value needs: "7" and "7.0" need 0, "7.50" needs 1. */
function ownDecimals(value: string): number {
  const [, decimals = ""] = value.split(".");
  return decimals.replace(/0+$/, "").length;
}

/** Writes an ISO time, or a calendar day ("2026-03-01") that is the same day in every time zone. */
export function formatDate(
  value: string | Date,
  style: DateStyle,
  { locale, timeZone }: FormatLocale,
): string {
  const isDay = typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
  const zone = isDay ? "UTC" : timeZone;
  const format = madeOnce(`date ${locale} ${style} ${zone}`, () => {
    return new Intl.DateTimeFormat(locale, { ...dateStyles[style], timeZone: zone });
  });
  return plainSpaces(format.format(new Date(value)));
}

/** Writes "3 December 2026" for a sentence, where nobody can mistake the month for the day. */
export function longDay(day: string, locale: string): string {
  return formatDate(day, "long", { locale, timeZone: "UTC" });
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 365 * 86_400_000],
  ["month", 30 * 86_400_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** Writes "3 hours ago", "in 2 days" or "just now", in English like all words on screen. */
export function formatRelative(time: number, now: number): string {
  const distance = time - now;
  for (const [unit, length] of units) {
    if (Math.abs(distance) >= length) {
      const format = madeOnce("relative", () => new Intl.RelativeTimeFormat("en", { numeric: "auto" }));
      return format.format(Math.trunc(distance / length), unit);
    }
  }
  return "just now";
}

/** Node.js and browsers print different narrow spaces, so one kind keeps hydration exact. */
function plainSpaces(text: string): string {
  return text.replace(/[\u202f\u2009]/g, "\u00a0");
}
