import fc from "fast-check";
import { expect, it, test } from "vitest";
import { formatDate, formatMoney, formatNumber, formatPercent } from "@/lib/domain/format/format";
import { Glyphs } from "./glyphs";
import { linesOf } from "./lines";
import { runsOf, shown } from "./runs";

const locales = [
  ...["en-GB", "en-US", "en-IN", "de-DE", "de-AT", "de-CH", "fr-FR", "fr-CH", "pl-PL", "sv-SE", "es-ES"],
  ...["pt-BR", "pt-PT", "it-CH", "ar-EG", "fa-IR", "hi-IN", "mr-IN", "bn-BD", "ja-JP", "zh-CN", "my-MM"],
];

/** Returns what would be drawn of a text, from left to right. */
async function drawn(text: string) {
  const glyphs = await Glyphs.for([text]);
  const whole = shown(text, 400, glyphs);
  return whole.text ? runsOf(whole, 0, whole.text.length) : [];
}

async function expectNoBox(text: string) {
  for (const { face, text: written } of await drawn(text)) {
    const boxes = face.font.layout(written).glyphs.filter(({ id }) => id === 0);
    expect(boxes, `${JSON.stringify(written)} in ${face.name}`).toHaveLength(0);
  }
}

it.each(locales)("draws amounts, shares, numbers and days of %s without an empty box", async (locale) => {
  const texts = [
    formatMoney("-1234567.89", "EUR", locale),
    formatPercent("12.5", locale),
    formatNumber(1234567, locale),
    ...Array.from({ length: 12 }, (_, month) =>
      formatDate(`2026-${String(month + 1).padStart(2, "0")}-09`, "long", { locale, timeZone: "UTC" }),
    ),
  ];
  await expectNoBox(texts.join(" · "));
});

test("draws the sign of each currency", async () => {
  const amounts = Intl.supportedValuesOf("currency").map((currency) => formatMoney("1", currency, "en-GB"));
  await expectNoBox(amounts.join(" "));
});

test("draws any text without an empty box, and never fails", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", maxLength: 12 }), async (text) => {
      await expectNoBox(text);
    }),
    { numRuns: 100 },
  );
});

it.each([
  ["שלום (2026) ABC", ["ABC", " (", "2026", ")", "שלום "]],
  ["ABC שלום 12", ["ABC ", "12", "שלום "]],
  ["سعر ٢٥ اليوم", [" اليوم", "٢", "٥", "سعر "]],
  ["بند ٢٫٥", ["٢", "٫", "٥", "بند "]],
])("draws %s from left to right as it is read", async (text, expected) => {
  expect((await drawn(text)).map((run) => run.text)).toEqual(expected);
});

it.each([
  ["one two three", 8, ["one two", "three"]],
  ["北京云计算有限公司", 4, ["北京云计", "算有限公", "司"]],
  ["unbreakable", 4, ["unbr", "eaka", "ble"]],
  ["é́é́é́", 2, ["é́é́", "é́"]],
  ["", 4, [""]],
])("breaks %j at %i letters", async (text, width, expected) => {
  const whole = shown(text, 400, await Glyphs.for([text]));
  const count = (part: string) => [...new Intl.Segmenter("en").segment(part)].length;
  const lines = linesOf(whole, width, (run) => count(run.text));
  expect(lines.map(({ runs }) => runs.map((run) => run.text).join(""))).toEqual(
    expected.map((line) => line.normalize("NFC")),
  );
});

test("breaks any text into lines that fit, and loses no letter", async () => {
  const letters = fc.constantFrom(..."ab -éß.،北京שלרכة€12");
  await fc.assert(
    fc.asyncProperty(
      fc.array(letters, { maxLength: 40 }),
      fc.integer({ min: 1, max: 12 }),
      async (all, width) => {
        const whole = shown(all.join(""), 400, await Glyphs.for(all));
        const lines = linesOf(whole, width, (run) => run.text.length);
        for (const line of lines) expect(line.width).toBeLessThanOrEqual(width);
        const drawnLetters = lines.flatMap(({ runs }) => runs.flatMap(({ text }) => [...text]));
        const written = [...whole.text];
        expect(drawnLetters.filter((letter) => letter !== " ").sort()).toEqual(
          written.filter((letter) => letter !== " ").sort(),
        );
      },
    ),
  );
});
