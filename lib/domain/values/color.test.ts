import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accentColors, badgeColors, contrastRatio, type Hex, normalizeHex, READABLE_CONTRAST } from "./color";

describe("normalizeHex", () => {
  it.each([
    ["#12b886", "#12b886"],
    ["12B886", "#12b886"],
    [" #FfF ", "#ffffff"],
    ["", null],
    ["#12b88", null],
    ["red", null],
    ["#12b8861", null],
  ])("%j becomes %j", (value, expected) => {
    expect(normalizeHex(value)).toBe(expected);
  });
});

describe("contrastRatio", () => {
  it("agrees with the values WCAG gives", () => {
    expect(contrastRatio("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrastRatio("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
    expect(contrastRatio("#abcdef", "#abcdef")).toBe(1);
  });
});

describe("badgeColors", () => {
  it("keeps text readable on light and dark, whatever was picked", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
        const { light, dark } = badgeColors(`#${value.toString(16).padStart(6, "0")}`);
        expect(contrastRatio(light.text, light.background)).toBeGreaterThanOrEqual(READABLE_CONTRAST);
        expect(contrastRatio(dark.text, dark.background)).toBeGreaterThanOrEqual(READABLE_CONTRAST);
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps a color that is readable already", () => {
    expect(badgeColors("#1b4d3e").light.text).toBe("#1b4d3e");
  });

  it("paints what is no color neutrally", () => {
    expect(badgeColors("nonsense")).toEqual(badgeColors("#868e96"));
  });
});

describe("accentColors", () => {
  it("can be read on every surface and told apart from it, on light and dark, whatever was picked", () => {
    const surfaces = { light: ["#ffffff", "#f7f8fa", "#f0f1f4"], dark: ["#16181c", "#1d2025", "#25282e"] };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
        const accent = accentColors(`#${value.toString(16).padStart(6, "0")}`);
        for (const theme of ["light", "dark"] as const) {
          const paint = accent?.[theme];
          if (!paint) throw new Error("Every color is one");
          const { text, background, hover, link } = paint;
          expect(contrastRatio(text, background)).toBeGreaterThanOrEqual(READABLE_CONTRAST);
          expect(contrastRatio(text, hover)).toBeGreaterThanOrEqual(READABLE_CONTRAST);
          for (const surface of surfaces[theme]) {
            expect(contrastRatio(link, surface as Hex)).toBeGreaterThanOrEqual(READABLE_CONTRAST);
            expect(contrastRatio(background, surface as Hex)).toBeGreaterThanOrEqual(3);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps a color that is visible already, and paints nothing without a color", () => {
    expect(accentColors("#1c6dd0")?.light).toMatchObject({ background: "#1c6dd0", text: "#ffffff" });
    expect(accentColors(null)).toBeNull();
    expect(accentColors("nonsense")).toBeNull();
  });
});
