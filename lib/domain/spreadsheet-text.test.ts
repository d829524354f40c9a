import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromSpreadsheet, neutralised } from "./spreadsheet-text";

describe("text for a spreadsheet", () => {
  it.each([
    ["=cmd()", "'=cmd()"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["'=1", "''=1"],
    ["Canceled - Denial", "Canceled - Denial"],
    ["'twas", "'twas"],
  ])("writes %s as %s", (text, written) => {
    expect(neutralised(text)).toBe(written);
    expect(fromSpreadsheet(written)).toBe(text);
  });

  it("comes back as it was, and never starts a formula", () => {
    const text = fc.string({ unit: fc.constantFrom("'", "=", "-", "a", "\t") });
    fc.assert(
      fc.property(fc.oneof(fc.string(), text), (one) => {
        expect(fromSpreadsheet(neutralised(one))).toBe(one);
        expect(neutralised(one)).not.toMatch(/^[=+\-@]/);
      }),
    );
  });
});
