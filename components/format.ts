/** Formatting of numbers, money and times; the same on the server and in the browser. */

export interface FormatLocale {
  locale: string;
  timeZone: string;
}

type DateStyle = "date" | "date-time" | "exact";

const dateStyles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  date: { dateStyle: "medium" },
  "date-time": { dateStyle: "medium", timeStyle: "short" },
  exact: { dateStyle: "long", timeStyle: "long" },
};

/** `amount` is an exact decimal string ("1234.50"); it is never turned into a floating point number. */
export function formatMoney(amount: string, currency: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  });
  return plainSpaces(format.format(amount as Intl.StringNumericLiteral));
}

export function formatNumber(value: number | string, locale: string): string {
  return plainSpaces(new Intl.NumberFormat(locale).format(value as Intl.StringNumericLiteral));
}

/** `value` is an ISO time, or a calendar day ("2026-03-01"), which is the same day in every time zone. */
export function formatDate(
  value: string | Date,
  style: DateStyle,
  { locale, timeZone }: FormatLocale,
): string {
  const isDay = typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
  const zone = isDay ? "UTC" : timeZone;
  return plainSpaces(
    new Intl.DateTimeFormat(locale, {
      ...dateStyles[style],
      timeZone: zone,
    }).format(new Date(value)),
  );
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 365 * 86_400_000],
  ["month", 30 * 86_400_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** "3 hours ago", "in 2 days", "just now". */
export function formatRelative(time: number, now: number): string {
  const distance = time - now;
  for (const [unit, length] of units) {
    if (Math.abs(distance) >= length) {
      return new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(
        Math.trunc(distance / length),
        unit,
      );
    }
  }
  return "just now";
}

/** Node.js and browsers disagree on which narrow spaces they print; one kind keeps hydration exact. */
function plainSpaces(text: string): string {
  return text.replace(/[\u202f\u2009]/g, "\u00a0");
}
