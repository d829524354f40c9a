import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { recoveryCode, typedCode } from "./second-factor";

/** Codes of a second factor: docs/domain.md, section 7. */

describe("a recovery code", () => {
  test("has four groups of signs that nobody takes for others", () => {
    expect(recoveryCode(new Uint8Array(10))).toBe("0000-0000-0000-0000");
    expect(recoveryCode(new Uint8Array(10).fill(255))).toBe("ZZZZ-ZZZZ-ZZZZ-ZZZZ");
  });

  test("is read as it was written, in small letters and without its hyphens as well", () => {
    const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(bytes, (random) => {
        const code = recoveryCode(random);
        for (const typed of [code, code.toLowerCase(), ` ${code.replaceAll("-", " ")}`]) {
          expect(typedCode(typed)).toEqual({ is: "recovery_code", code });
        }
      }),
    );
  });

  test("differs for each 80 bits", () => {
    const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        expect(recoveryCode(one) === recoveryCode(other)).toBe(Buffer.from(one).equals(Buffer.from(other)));
      }),
    );
  });
});

test.each([
  ["123456", { is: "app", code: "123456" }],
  [" 123 456 ", { is: "app", code: "123456" }],
  ["123–456", { is: "app", code: "123456" }],
  ["oi1l-0000-0000-0000", { is: "recovery_code", code: "0111-0000-0000-0000" }],
  ["12345", null],
  ["1234567", null],
  ["12345a", null],
  ["", null],
  ["uuuu-0000-0000-0000", null],
  ["١٢٣٤٥٦", null],
  ["0000-0000-0000-0000-0", null],
])("%j is read as %j", (typed, read) => {
  expect(typedCode(typed)).toEqual(read);
});
