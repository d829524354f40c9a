import { describe, expect, test } from "vitest";
import { nextDeliveryAt } from "./webhook";

const now = new Date("2026-03-01T10:00:00Z");
const threeDays = 3 * 24 * 3_600_000;
const seconds = (attempts: number, retryAfter: string | null = null, random = 0, age = threeDays) => {
  const since = new Date(now.getTime() - age);
  const next = nextDeliveryAt(attempts, now, { random, retryAfter, since });
  return next && (next.getTime() - now.getTime()) / 1000;
};

describe("a delivery that failed", () => {
  test("is tried ten times more with growing pauses, for three days in all", () => {
    const pauses = Array.from({ length: 10 }, (_, i) => seconds(i + 1) ?? 0);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    const days = pauses.reduce((sum, pause) => sum + pause, 0) / 86_400;
    expect(days).toBeGreaterThan(3);
    expect(days).toBeLessThan(3.1);
    expect(seconds(11)).toBeNull();
  });

  test("is tried for three days, however often somebody asked for an attempt meanwhile", () => {
    expect(seconds(11, null, 0, threeDays - 1)).toBe(86_400);
    expect(seconds(40, null, 0, 0)).toBe(86_400);
    expect(seconds(40)).toBeNull();
  });

  test("is not tried at the same moment as all others", () => {
    expect(seconds(2, null, 0.5)).toBe(66);
  });

  test("waits as long as the receiver asks, and a day at most", () => {
    expect(seconds(1, "120")).toBe(120);
    expect(seconds(1, "Sun, 01 Mar 2026 11:00:00 GMT")).toBe(3600);
    expect(seconds(1, "999999999")).toBe(86_400);
    expect(seconds(5, "1")).toBe(7200);
    for (const odd of ["", "soon", "-5", "Sun, 01 Mar 2020 11:00:00 GMT"]) expect(seconds(1, odd)).toBe(5);
  });
});
