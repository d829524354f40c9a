import { describe, expect, it } from "vitest";
import { formatDate, formatMoney, formatRelative } from "./format";

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

describe("formatDate", () => {
  it("tells a time in the reader's zone", () => {
    expect(formatDate("2026-03-01T23:30:00Z", "date", berlin)).toBe("02.03.2026");
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
