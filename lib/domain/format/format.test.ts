import { describe, expect, it } from "vitest";
import { formatDate, formatMoney, formatNumber, formatPercent, formatRelative, longDay } from "./format";
import { keptKeys } from "./made";

const berlin = { locale: "de-DE", timeZone: "Europe/Berlin" };

describe("formatMoney", () => {
  it("keeps every digit of an amount beyond what a float can hold", () => {
    expect(formatMoney("90071992547409931.07", "EUR", "en-GB")).toBe("€90,071,992,547,409,931.07");
  });

  it("writes as the reader does", () => {
    expect(formatMoney("1234.5", "EUR", "de-DE")).toBe("1.234,50\u00a0€");
    expect(formatMoney("-3", "JPY", "en-US")).toBe("-¥3");
  });
});

describe("an amount shows the money that there is", () => {
  it.each([
    ["0.50", "HUF", "en-GB", "Ft\u00a00.50"],
    ["2", "HUF", "de-DE", "2,00\u00a0Ft"],
    ["12.5", "IDR", "en-GB", "Rp\u00a012.50"],
    ["3", "COP", "en-US", "$3.00"],
    ["38.905", "EUR", "en-GB", "€38.905"],
    ["38.9000", "EUR", "en-GB", "€38.90"],
    ["272.34", "EUR", "fr-FR", "272,34\u00a0€"],
    ["0.4", "JPY", "ja-JP", "￥0.4"],
    ["1.5", "KWD", "en-GB", "KWD\u00a01.500"],
    ["-0.00", "EUR", "en-GB", "€0.00"],
  ])("%s %s in %s", (amount, currency, locale, written) => {
    expect(formatMoney(amount, currency, locale)).toBe(written);
  });

  it("and lines that add up still do as they are written, in each currency of the runtime", () => {
    for (const currency of Intl.supportedValuesOf("currency")) {
      const figures = (amount: string) =>
        Number(formatMoney(amount, currency, "en-GB").replace(/[^\d.]/g, ""));
      expect(figures("0.25") + figures("0.25"), currency).toBe(figures("0.50"));
    }
  });
});

describe("formatPercent and formatNumber", () => {
  it.each([
    ["12.5", "en-GB", "12.5%"],
    ["19", "de-DE", "19\u00a0%"],
    ["7.7250", "fr-FR", "7,725\u00a0%"],
    ["0", "pl-PL", "0%"],
  ])("%s percent in %s", (value, locale, written) => {
    expect(formatPercent(value, locale)).toBe(written);
  });

  it.each([
    [1234567, "pl-PL", "1\u00a0234\u00a0567"],
    ["1234567.8901", "hi-IN", "12,34,567.8901"],
    [12, "sv-SE", "12"],
  ])("%s in %s", (value, locale, written) => {
    expect(formatNumber(value, locale)).toBe(written);
  });
});

describe("a formatter", () => {
  it("is made once for all cells of one locale, currency and number of decimals", () => {
    formatMoney("1.00", "EUR", "en-IE");
    const kept = keptKeys().length;
    for (let cent = 10; cent < 99; cent++) formatMoney(`1.${cent}1`, "EUR", "en-IE");
    formatMoney("1.00", "EUR", "en-IE");
    expect(keptKeys().length).toBe(Math.min(kept + 1, 200));
  });

  it("is let go when two hundred others were used since", () => {
    formatNumber(1, "en-ZM");
    const regions = Array.from({ length: 250 }, (_, at) => `en-u-va-v${100 + at}`);
    for (const locale of regions) formatNumber(1, locale);
    expect(keptKeys()).toHaveLength(200);
    expect(keptKeys()).not.toContain("number en-ZM 0");
  });
});

describe("formatDate", () => {
  it("tells a time in the reader's zone", () => {
    expect(formatDate("2026-03-01T23:30:00Z", "date", berlin)).toBe("02.03.2026");
  });

  it("writes a day in a sentence as the reader does", () => {
    expect(longDay("2026-12-03", "en-GB")).toBe("3 December 2026");
    expect(longDay("2026-12-03", "en-US")).toBe("December 3, 2026");
    expect(longDay("2026-12-03", "de-DE")).toBe("3. Dezember 2026");
  });

  it("leaves a calendar day what it is", () => {
    expect(
      formatDate("2026-03-01", "date", {
        locale: "en-US",
        timeZone: "America/Los_Angeles",
      }),
    ).toBe("Mar 1, 2026");
  });
});

describe("formatRelative", () => {
  const now = Date.parse("2026-03-10T12:00:00Z");
  it.each([
    ["2026-03-10T11:59:40Z", "just now"],
    ["2026-03-10T11:15:00Z", "45 minutes ago"],
    ["2026-03-10T09:01:00Z", "2 hours ago"],
    ["2026-03-09T11:00:00Z", "yesterday"],
    ["2026-03-13T12:00:00Z", "in 3 days"],
    ["2025-12-31T12:00:00Z", "2 months ago"],
  ])("%s is %s", (time, expected) => {
    expect(formatRelative(Date.parse(time), now)).toBe(expected);
  });
});
