import fc from "fast-check";
import { expect, test } from "vitest";
import { servicePeriod } from "./service-period";
import { addDays } from "./values/day";

const item = { itemType: "new", billingPeriod: "month", trial: null } as const;

test.each([
  ["month", "2026-11-23", "2026-12-22"],
  ["month", "2026-02-01", "2026-02-28"],
  ["month", "2026-01-31", "2026-02-27"],
  ["month", "2026-12-31", "2027-01-30"],
  ["year", "2026-11-23", "2027-11-22"],
  ["year", "2028-02-29", "2029-02-27"],
] as const)("a %s from %s ends with %s", (billingPeriod, from, to) => {
  expect(servicePeriod({ ...item, billingPeriod }, from)).toEqual({ from, to });
});

test("a trial lasts its days, and what is billed once has no period", () => {
  const trial = { ...item, itemType: "trial", trial: { days: 14, maxQuantity: 1 } } as const;
  expect(servicePeriod(trial, "2026-11-23")).toEqual({ from: "2026-11-23", to: "2026-12-06" });
  expect(servicePeriod({ ...item, billingPeriod: "once" }, "2026-11-23")).toBeNull();
});

test("a month has 28 to 31 days and a year 365 or 366, from any day on", () => {
  const day = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays("2000-01-01", days));
  fc.assert(
    fc.property(day, fc.constantFrom("month" as const, "year" as const), (from, billingPeriod) => {
      const to = servicePeriod({ ...item, billingPeriod }, from)?.to ?? "";
      const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
      const [least, most] = billingPeriod === "month" ? [28, 31] : [365, 366];
      expect(days).toBeGreaterThanOrEqual(least);
      expect(days).toBeLessThanOrEqual(most);
    }),
  );
});
