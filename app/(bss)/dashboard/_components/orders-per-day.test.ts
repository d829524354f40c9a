import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axisTicks } from "./orders-per-day";

describe("axisTicks", () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 5, 10]],
    [140, [0, 50, 100, 150]],
  ])("up to %d: %j", (most, ticks) => {
    expect(axisTicks(most)).toEqual(ticks);
  });

  it("reaches the highest bar with few whole steps", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (most) => {
        const ticks = axisTicks(most);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
        expect(ticks.length).toBeLessThanOrEqual(4);
        expect(ticks.every(Number.isInteger)).toBe(true);
      }),
    );
  });
});
