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
    ["＝1+1", "'＝1+1"],
    ["＋1", "'＋1"],
    ["－1", "'－1"],
    ["＠x", "'＠x"],
    ["\tx", "'\tx"],
    ["\r=1", "'\r'=1"],
    [" =1", "' =1"],
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

  it.each([
    ["a;=cmd()", "a;'=cmd()"],
    ["=a; =b", "'=a;' =b"],
    ['a;"=cmd()', "a;'\"=cmd()"],
    ["a;'=b", "a;''=b"],
    ["a;＝b", "a;'＝b"],
    ["a\t=b", "a\t'=b"],
    ["a\n=b", "a\n'=b"],
    ["yes; no", "yes; no"],
  ])("writes the parts of %s as %s", (text, written) => {
    expect(neutralised(text)).toBe(written);
    expect(fromSpreadsheet(written)).toBe(text);
  });

  it("comes back in parts as it was, and no part starts a formula", () => {
    const text = fc.string({ unit: fc.constantFrom("'", "=", "-", "a", ";", " ", '"', "\t", "\n", "＝") });
    fc.assert(
      fc.property(fc.oneof(fc.string(), text), (one) => {
        const written = neutralised(one);
        expect(fromSpreadsheet(written)).toBe(one);
        for (const part of written.split(/[;\t\r\n]/)) expect(part).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/);
      }),
    );
  });
});
