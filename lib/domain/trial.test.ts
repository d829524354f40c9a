import { expect, test } from "vitest";
import { trialEnd, trialNoticeAt, trialProblem, trialStep } from "./trial";

const offer = { days: 30, maxQuantity: 5 };

test("a trial ends so many days after its start", () => {
  expect(trialEnd("2026-12-01", offer)).toBe("2026-12-31");
  expect(trialEnd("2026-12-01", { ...offer, days: 1 })).toBe("2026-12-02");
});

test("the customer is told a week before, or at once when less is left", () => {
  const now = new Date("2026-12-01T10:00:00Z");
  expect(trialNoticeAt("2026-12-31", "Europe/Berlin", now).toISOString()).toBe("2026-12-23T23:00:00.000Z");
  expect(trialNoticeAt("2026-12-05", "Europe/Berlin", now)).toBe(now);
});

test.each([
  ["2026-12-30T22:59:00Z", false, false, "tell"],
  ["2026-12-30T22:59:00Z", true, false, "wait"],
  ["2026-12-30T22:59:00Z", false, true, "wait"],
  ["2026-12-30T23:00:00Z", false, false, "end"],
  ["2027-02-01T00:00:00Z", true, true, "end"],
])("at %s, told %s, bought %s: %s", (now, told, bought, step) => {
  expect(trialStep({ endsOn: "2026-12-31", told, bought }, new Date(now), "Europe/Berlin")).toBe(step);
});

test("a trial has at most as many units as its product offers", () => {
  expect(trialProblem(offer, 5)).toBeNull();
  expect(trialProblem(offer, 6)).toEqual({ reason: "trial_too_large", most: 5 });
  expect(trialProblem(null, 1)).toEqual({ reason: "no_trial" });
});
