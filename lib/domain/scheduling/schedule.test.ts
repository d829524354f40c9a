import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeRefusal } from "../order/holds/refusal-told";
import type { OrderPart } from "../order/tree/order";
import { anItem, aTree } from "../order/tree/tree.test-data";
import { systemCombinations } from "../order-status/system-statuses";
import { addDays, localDay, startOfDay } from "../values/day";
import { executionDays, maxAttempts, nextAttemptAt, planSchedule, type Wish } from "./schedule";

const now = new Date("2026-11-23T10:00:00Z");
const wish: Wish = { day: "2026-12-01", timeZone: "Europe/Berlin", now, throughReseller: false };
const basket = (items = [anItem()]): OrderPart => aTree({ status: systemCombinations.draft, items }).primary;

describe("the days that can be chosen", () => {
  test.each([
    ["an ordinary day", "2026-11-23T10:00:00Z", "Europe/Berlin", "2026-11-24", "2027-01-22"],
    ["still yesterday in the west", "2026-11-23T02:00:00Z", "America/New_York", "2026-11-23", "2027-01-21"],
    ["already tomorrow in the east", "2026-11-23T20:00:00Z", "Asia/Tokyo", "2026-11-25", "2027-01-23"],
    ["over a leap day", "2028-01-05T12:00:00Z", "UTC", "2028-01-06", "2028-03-05"],
    ["over no leap day", "2027-01-05T12:00:00Z", "UTC", "2027-01-06", "2027-03-06"],
    ["the evening before clocks change", "2026-10-24T21:30:00Z", "Europe/Berlin", "2026-10-25", "2026-12-23"],
  ])("%s", (_, at, timeZone, first, last) => {
    expect(executionDays(new Date(at), timeZone)).toEqual({ first, last });
  });
});

describe("a day begins", () => {
  test.each([
    ["in winter", "2026-12-01", "Europe/Berlin", "2026-11-30T23:00:00.000Z"],
    ["in summer", "2026-07-01", "Europe/Berlin", "2026-06-30T22:00:00.000Z"],
    ["on the day clocks go forward", "2027-03-28", "Europe/Berlin", "2027-03-27T23:00:00.000Z"],
    ["on the day clocks go back", "2026-10-25", "Europe/Berlin", "2026-10-24T22:00:00.000Z"],
    [
      "an hour late, where clocks jump over midnight",
      "2026-04-24",
      "Africa/Cairo",
      "2026-04-23T22:00:00.000Z",
    ],
    ["on a leap day", "2028-02-29", "America/New_York", "2028-02-29T05:00:00.000Z"],
    ["fourteen hours early", "2026-12-01", "Pacific/Kiritimati", "2026-11-30T10:00:00.000Z"],
    ["at a quarter", "2026-12-01", "Asia/Kathmandu", "2026-11-30T18:15:00.000Z"],
    [
      "with the next, where a zone left the day out",
      "2011-12-30",
      "Pacific/Apia",
      "2011-12-30T10:00:00.000Z",
    ],
  ])("%s", (_, day, timeZone, begins) => {
    expect(startOfDay(day, timeZone).toISOString()).toBe(begins);
  });

  test("at the first minute that has its date, in every zone and on every day", () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
    fc.assert(
      fc.property(zones, fc.integer({ min: 0, max: 3000 }), (timeZone, days) => {
        const day = addDays("2025-01-01", days);
        const begins = startOfDay(day, timeZone);
        expect(localDay(begins, timeZone)).toBe(day);
        expect(localDay(new Date(begins.getTime() - 60_000), timeZone)).toBe(addDays(day, -1));
      }),
      { numRuns: 300 },
    );
  });
});

describe("an order", () => {
  test("is scheduled for the beginning of its day for the customer", () => {
    expect(planSchedule(basket(), wish)).toEqual({ ok: true, value: new Date("2026-11-30T23:00:00Z") });
  });

  test("can be scheduled for another day until it is being executed", () => {
    const inStatus = (status: keyof typeof systemCombinations) =>
      planSchedule({ ...basket(), status: systemCombinations[status] }, wish);
    expect(inStatus("scheduled").ok).toBe(true);
    expect(inStatus("executing")).toMatchObject({ refusal: { reason: "scheduler_has_it" } });
    expect(inStatus("executed")).toMatchObject({ refusal: { reason: "already_executed" } });
    expect(inStatus("canceled")).toMatchObject({ refusal: { reason: "already_cancelled" } });
    expect(inStatus("submitted")).toMatchObject({ refusal: { reason: "not_scheduled" } });
    expect(inStatus("pendingApproval")).toMatchObject({ refusal: { reason: "not_scheduled" } });
  });

  test.each(["2026-11-23", "2026-11-22", "2027-01-23"])("cannot be scheduled on %s", (day) => {
    const refused = planSchedule(basket(), { ...wish, day });
    expect(refused).toMatchObject({
      refusal: { reason: "day_out_of_range", first: "2026-11-24", last: "2027-01-22" },
    });
    expect(!refused.ok && describeRefusal(refused.refusal, "en-GB")).toBe(
      "Choose an execution date from 24 November 2026 to 22 January 2027.",
    );
  });

  test("cannot be scheduled with items that cannot wait, and the refusal names them all", () => {
    const items = [
      anItem({ id: "a", description: "Mail", itemType: "trial" }),
      anItem({ id: "b", description: "Server", itemType: "quantity_change", subscriptionId: "s" }),
      anItem({ id: "c", description: "Rack", nonAutomatic: true }),
      anItem({ id: "d", description: "Domain" }),
    ];
    const refused = planSchedule(basket(items), wish);
    expect(refused).toMatchObject({
      refusal: {
        reason: "not_schedulable",
        items: [
          { itemId: "a", why: "trial" },
          { itemId: "b", why: "quantity_change" },
          { itemId: "c", why: "non_automatic" },
        ],
      },
    });
    const words = refused.ok ? "" : describeRefusal(refused.refusal, "en-GB");
    for (const name of ["Mail", "Server", "Rack"]) expect(words).toContain(name);
    expect(words).not.toContain("Domain");
  });

  test("cannot be scheduled by a Standard reseller's customer", () => {
    expect(planSchedule(basket(), { ...wish, throughReseller: true })).toMatchObject({
      refusal: { reason: "resellers_customer" },
    });
  });
});

test("tries come at growing intervals, and end", () => {
  const waits = Array.from({ length: maxAttempts }, (_, index) => {
    const next = nextAttemptAt(index + 1, now);
    return next && (next.getTime() - now.getTime()) / 60_000;
  });
  expect(waits).toEqual([15, 60, 240, 1440, null]);
});
