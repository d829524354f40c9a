import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renumber } from "./renumber";

describe("renumber", () => {
  it.each([
    [[1, 2, 3, 4], 3, 1, [1, 2, 3, 4]],
    [[1, 5, 9], 0, 2, [1, 5, 9]],
    [[1, 2, 2, 3], 3, 1, [1, 2, 3, 4]],
    [[1, 2, 2, 9], 2, 1, [1, 2, 3, 9]],
    [[9998, 9999, 9999], 2, 1, [9997, 9998, 9999]],
    [[1, Number.NaN, 3], 2, 1, [1, 2, 3]],
  ])("%j, row %i to %i, is %j", (numbers, from, to, moved) => {
    expect(renumber(numbers, from, to)).toEqual(moved);
  });

  it("gives rows in order numbers in order, and no number twice", () => {
    const list = fc
      .array(fc.integer({ min: 1, max: 9999 }), { minLength: 2, maxLength: 40 })
      .map((numbers) => numbers.sort((a, b) => a - b));
    fc.assert(
      fc.property(list, fc.nat(), fc.nat(), (numbers, a, b) => {
        const [from, to] = [a % numbers.length, b % numbers.length];
        const moved = renumber(numbers, from, to);
        expect(moved).toEqual(moved.toSorted((x, y) => x - y));
        expect(moved.every((no) => no >= 1 && no <= 9999)).toBe(true);
        const between = moved.slice(Math.min(from, to), Math.max(from, to) + 1);
        expect(new Set(between).size).toBe(between.length);
      }),
    );
  });
});
