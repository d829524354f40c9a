import { formatMoney, formatNumber } from "./format";
import { madeOnce } from "./made";

/**
 * Reads numbers as the reader writes them: docs/domain.md, section 2, "Notation". A field holds what was read as plain
 * decimal text ("1500.00"), which means the same in every locale.
 */
export interface Notation {
  locale: string;
  /** Names the currency of an amount, so that its sign can stand beside it. */
  currency?: string;
}

/**
 * This stands before text that could not be read, so that no server takes "1.50" of a German field for one and a half.
 */
const unreadMark = "?";

/** Returns what a field holds of typed text: plain decimal text, nothing for blank text, or the text behind a mark. */
export function heldOf(typed: string, notation: Notation): string {
  return typed.trim() === "" ? "" : (readNumber(typed, notation) ?? `${unreadMark}${typed}`);
}

/** Tells whether a field holds a number. */
export function isPlain(held: string): boolean {
  return /^\d+(\.\d+)?$/.test(held);
}

export function isUnread(held: string): boolean {
  return held.startsWith(unreadMark);
}

/** Returns what a field shows of what it holds, without grouping, so that people can change it quickly. */
export function shownOf(held: string, notation: Notation): string {
  if (isUnread(held)) return held.slice(unreadMark.length);
  if (!isPlain(held)) return held;
  const { locale, currency = "" } = notation;
  const decimals = held.split(".")[1]?.length ?? 0;
  const format = madeOnce(`field ${locale} ${currency} ${decimals}`, () => {
    const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    return new Intl.NumberFormat(locale, { ...styleOf(notation), useGrouping: false, ...digits });
  });
  const parts = format.formatToParts(held as Intl.StringNumericLiteral);
  return parts
    .filter(({ type }) => figures.has(type))
    .map(({ value }) => value)
    .join("");
}

const figures = new Set(["integer", "decimal", "fraction"]);

/** Some locales, like fr-CH, separate amounts differently from other numbers. */
function styleOf({ currency }: Notation): Intl.NumberFormatOptions {
  return currency ? { style: "currency", currency, currencyDisplay: "narrowSymbol" } : {};
}

/** Returns what to tell about text that could not be read, with an example in the reader's notation. */
export function unreadProblem(
  held: string,
  { locale, currency }: Notation,
  whole = false,
): string | undefined {
  if (!isUnread(held)) return undefined;
  const typed = held.slice(unreadMark.length).trim();
  const example = currency
    ? formatMoney("1234.56", currency, locale)
    : formatNumber(whole ? 1500 : "12.5", locale);
  return `We can't read “${typed}”. Write it like ${example}.`;
}

/**
 * Returns plain decimal text, or null if this is no number in the notation or could be two. It refuses grouping that is
 * not the locale's, and a foreign separator before three digits, which groups in one country and begins decimals in
 * another.
 */
export function readNumber(typed: string, notation: Notation): string | null {
  const signs = signsOf(notation);
  const text = withoutUnit(withPlainDigits(typed), notation).replace(spaces, " ").replaceAll("’", "'");
  if (!/^[\d.,٫٬' ]*\d[\d.,٫٬' ]*$/.test(text)) return null;

  const decimal = decimalOf(text, signs);
  if (decimal === null) return null;
  const parts = decimal ? text.split(decimal) : [text];
  const [whole = "", fraction = ""] = parts;
  if (parts.length > 2 || !/^\d*$/.test(fraction)) return null;
  const digits = ungrouped(whole, signs);
  if (digits === null || (digits === "" && fraction === "")) return null;
  const trimmed = digits.replace(/^0+(?=\d)/, "") || "0";
  return fraction ? `${trimmed}.${fraction}` : trimmed;
}

interface Signs {
  decimal: string;
  group: string;
  /** Says how many digits the last group has, and how many the ones before it. */
  last: number;
  others: number;
}

function signsOf(notation: Notation): Signs {
  const { locale, currency = "" } = notation;
  return madeOnce(`signs ${locale} ${currency}`, () => {
    const style = { ...styleOf(notation), useGrouping: true, minimumFractionDigits: 1 };
    const parts = new Intl.NumberFormat(locale, style).formatToParts(123456789.5);
    const sign = (type: string, otherwise: string) =>
      parts.find((part) => part.type === type)?.value ?? otherwise;
    const groups = parts.filter(({ type }) => type === "integer").map(({ value }) => [...value].length);
    return {
      decimal: sign("decimal", "."),
      group: sign("group", " ").replace(spaces, " ").replaceAll("’", "'"),
      last: groups.at(-1) ?? 3,
      others: groups.at(-2) ?? 3,
    };
  });
}

/** Returns the sign that begins the decimals in this text, "" without decimals, or null if nobody can know. */
function decimalOf(text: string, { decimal, group }: Signs): string | null {
  if (text.includes(decimal)) return decimal;
  const foreign = [...".,"].filter((sign) => sign !== decimal && sign !== group && text.includes(sign));
  const [sign] = foreign;
  if (sign === undefined) return "";
  const [, after = ""] = text.split(sign);
  return foreign.length === 1 && text.split(sign).length === 2 && /^\d+$/.test(after) && after.length !== 3
    ? sign
    : null;
}

/** Returns the digits of whole units, or null if they are grouped in a way that the locale does not know. */
function ungrouped(whole: string, { group, last, others }: Signs): string | null {
  const used = [...new Set(whole.replace(/\d/g, ""))];
  const [sign] = used;
  if (sign === undefined) return whole;
  // Spaces and apostrophes group everywhere, since they begin decimals nowhere.
  if (used.length > 1 || (sign !== group && sign !== " " && sign !== "'")) return null;
  const groups = whole.split(sign);
  const [first = ""] = groups;
  const sizes = (lastSize: number, size: number) =>
    first.length >= 1 &&
    first.length <= size &&
    groups.slice(1, -1).every((digits) => digits.length === size) &&
    groups.at(-1)?.length === lastSize;
  if (first.startsWith("0")) return null;
  return sizes(last, others) || sizes(3, 3) ? groups.join("") : null;
}

/** These are spaces that group, and marks that only steer the direction of the text. */
const spaces = /[\u00a0\u2009\u202f]/g;
const marks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Returns digits of any script as ASCII, which works because each script has its ten in a row. */
function withPlainDigits(text: string): string {
  return text.replace(marks, "").replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) as number;
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return String((code - zero) % 10);
  });
}

/** Returns the text without the sign or code of its own currency and without a percent sign. */
function withoutUnit(text: string, { locale, currency }: Notation): string {
  const units = currency ? currencySigns(locale, currency) : ["%", "٪"];
  let rest = text.trim();
  for (const unit of units) {
    if (rest.startsWith(unit)) rest = rest.slice(unit.length).trim();
    else if (rest.endsWith(unit)) rest = rest.slice(0, -unit.length).trim();
  }
  return rest;
}

function currencySigns(locale: string, currency: string): string[] {
  return madeOnce(`currency signs ${locale} ${currency}`, () => {
    const shown = new Intl.NumberFormat(locale, styleOf({ locale, currency }));
    const sign = shown.formatToParts(1).find(({ type }) => type === "currency")?.value ?? currency;
    return [sign.replace(marks, ""), currency];
  });
}
