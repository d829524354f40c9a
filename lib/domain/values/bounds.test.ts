import { expect, test } from "vitest";
import { dayProblem, isUnusualStart, orderDays, paymentDays, startDays } from "./bounds";

const today = "2026-11-25";

test.each([
  ["2000-01-01", false],
  ["2026-10-24", false],
  ["2026-10-25", true],
  ["2026-11-25", true],
  ["2027-11-26", true],
  ["2027-11-27", false],
  ["2099-12-31", false],
])("a start date of %s is possible: %s", (day, possible) => {
  expect(dayProblem("start", day, startDays(today)) === null).toBe(possible);
});

test("a refusal names the days that can be chosen", () => {
  expect(dayProblem("start", "2099-12-31", startDays(today))).toEqual({
    ...{ reason: "date_out_of_range", date: "start" },
    ...{ first: "2026-10-25", last: "2027-11-26" },
  });
});

test.each([
  ["2026-11-17", true],
  ["2026-11-18", false],
  ["2026-12-26", false],
  ["2026-12-27", true],
])("starting on %s is unusual: %s", (day, unusual) => {
  expect(isUnusualStart(day, today)).toBe(unusual);
});

test("payments and orders cannot be dated tomorrow", () => {
  for (const days of [paymentDays(today), orderDays(today)]) {
    expect(dayProblem("received", "2026-11-25", days)).toBeNull();
    expect(dayProblem("received", "2026-11-26", days)).not.toBeNull();
    expect(dayProblem("received", "2020-01-01", days)).not.toBeNull();
  }
});
