import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { formatMoney, formatNumber, formatPercent } from "./format";
import { heldOf, isUnread, readNumber, shownOf, unreadProblem } from "./read";

describe("an amount is read as the reader writes it", () => {
  it.each([
    ["de-DE", "1.500", "1500"],
    ["de-DE", "2.500,00", "2500.00"],
    ["de-DE", "1500", "1500"],
    ["de-DE", "38,905", "38.905"],
    ["de-DE", ",5", "0.5"],
    ["de-DE", "6.000,00 €", "6000.00"],
    ["en-GB", "1,500", "1500"],
    ["en-GB", "1.500", "1.500"],
    ["en-GB", "€1,234.5", "1234.5"],
    ["en-US", "EUR 12", "12"],
    ["en-US", "007", "7"],
    ["de-CH", "1'500.25", "1500.25"],
    ["de-CH", "1’500.25", "1500.25"],
    ["fr-FR", "1 500,25", "1500.25"],
    ["fr-FR", "1\u202f500,25", "1500.25"],
    ["fr-FR", "12.50", "12.50"],
    ["pl-PL", "1500,2", "1500.2"],
    ["sv-SE", "1\u00a0500", "1500"],
    ["ar-EG", "١٬٥٠٠٫٢٥", "1500.25"],
    ["ar-EG", "1500.25", "1500.25"],
    ["hi-IN", "12,34,567.5", "1234567.5"],
    ["hi-IN", "१,५००", "1500"],
    ["ja-JP", "１５００", "1500"],
  ])("%s: %s is %s", (locale, typed, value) => {
    expect(readNumber(typed, { locale, currency: "EUR" })).toBe(value);
  });
});

describe("what is no number, or could be two, is refused", () => {
  it.each([
    ["de-DE", "1.50"],
    ["de-DE", "1.50.0"],
    ["de-DE", "1.5000"],
    ["de-DE", "1,50,0"],
    ["de-DE", "0.500"],
    ["de-DE", "1.500 $"],
    ["en-GB", "12,34,5"],
    ["en-GB", "12,50"],
    ["en-GB", "1.50.0"],
    ["en-GB", "1,5000"],
    ["en-GB", "1,500 ,00"],
    ["en-GB", "-5"],
    ["en-GB", "1e5"],
    ["en-GB", "five"],
    ["en-GB", "."],
    ["fr-FR", "1.500"],
    ["fr-FR", "1,500.00"],
    ["hi-IN", "12,34,5"],
    ["ar-EG", "1,500"],
  ])("%s: %s", (locale, typed) => {
    expect(readNumber(typed, { locale, currency: "EUR" })).toBeNull();
    const held = heldOf(typed, { locale, currency: "EUR" });
    expect(isUnread(held)).toBe(true);
    expect(held).not.toMatch(/^\d/);
    expect(shownOf(held, { locale })).toBe(typed);
  });

  it("with an example in the reader's notation", () => {
    expect(unreadProblem(heldOf("1.50", { locale: "de-DE" }), { locale: "de-DE", currency: "EUR" })).toBe(
      "We can't read “1.50”. Write it like 1.234,56\u00a0€.",
    );
    expect(unreadProblem(heldOf("1,5", { locale: "en-GB" }), { locale: "en-GB" }, true)).toBe(
      "We can't read “1,5”. Write it like 1,500.",
    );
    expect(unreadProblem(heldOf("7,5,", { locale: "de-DE" }), { locale: "de-DE" })).toBe(
      "We can't read “7,5,”. Write it like 12,5.",
    );
    expect(unreadProblem("1.50", { locale: "de-DE" })).toBeUndefined();
  });
});

const locales = [
  "en-GB",
  "en-US",
  "en-IN",
  "de-DE",
  "de-AT",
  "de-CH",
  "fr-FR",
  "fr-CH",
  "pl-PL",
  "sv-SE",
  "es-ES",
  "pt-BR",
  "pt-PT",
  "it-CH",
  "ar-EG",
  "fa-IR",
  "hi-IN",
  "mr-IN",
  "bn-BD",
  "ja-JP",
  "zh-CN",
  "my-MM",
];
const amounts = fc
  .tuple(fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), fc.integer({ min: 0, max: 4 }))
  .map(([units, decimals]) => {
    const digits = String(units).padStart(decimals + 1, "0");
    return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  });
const withoutEndZeros = (value: string) => (value.includes(".") ? value.replace(/\.?0+$/, "") : value);

test.each(locales)("what is written in %s is read as it was", (locale) => {
  fc.assert(
    fc.property(
      amounts,
      fc.constantFrom("EUR", "USD", "JPY", "HUF", "KWD", "PLN", "CHF"),
      (value, currency) => {
        const read = (text: string) => readNumber(text, { locale, currency });
        expect(heldOf(shownOf(value, { locale, currency }), { locale, currency })).toBe(value);
        expect(withoutEndZeros(read(formatMoney(value, currency, locale)) ?? "unread")).toBe(
          withoutEndZeros(value),
        );
        expect(readNumber(formatNumber(value, locale), { locale })).toBe(withoutEndZeros(value));
        expect(readNumber(formatPercent(value, locale), { locale })).toBe(withoutEndZeros(value));
      },
    ),
  );
});

test("any text is held as a plain number, as nothing or behind the mark, and shown again as it was typed", () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^[0-9.,' ٫]{1,12}$/));
  fc.assert(
    fc.property(text, fc.constantFrom(...locales), (typed, locale) => {
      const held = heldOf(typed, { locale });
      if (isUnread(held)) expect(shownOf(held, { locale })).toBe(typed);
      else expect(held).toMatch(/^(\d+(\.\d+)?)?$/);
    }),
  );
});
