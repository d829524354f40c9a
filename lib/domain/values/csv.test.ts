import fc from "fast-check";
import Papa from "papaparse";
import { expect, it, test } from "vitest";
import { csvFile, csvRow } from "./csv";
import { fromSpreadsheet } from "./spreadsheet-text";

it.each([
  ["=1+1", "'=1+1"],
  ["＝1+1", "'＝1+1"],
  ["＋49", "'＋49"],
  ["－5", "'－5"],
  ["＠x", "'＠x"],
  ["+49 30", "'+49 30"],
  ["-5", "'-5"],
  [" =1", "' =1"],
  ["x;=1+1", "x;'=1+1"],
  ["x; ＝1", "x;' ＝1"],
  ["x\n=1+1", '"x\n\'=1+1"'],
  ["x\t=1+1", "x\t'=1+1"],
  ["\t=1", "'\t'=1"],
  ["\rabc", '"\'\rabc"'],
  ["a,b", '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ["Canceled - Denial", "Canceled - Denial"],
  [12, "12"],
  [-12, "-12"],
  [{ exact: "-12.50" }, "-12.50"],
])("writes the cell %j as %s", (cell, written) => {
  expect(csvRow([cell])).toBe(`${written}\r\n`);
});

test("what is read back is what was written", () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom("'", "=", "＝", "-", "a", ";", " ", '"', ",", "\t", "\r", "\n") }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const file = csvFile(["One", "Two"], rows);
      const { data } = Papa.parse<string[]>(file.trim(), { delimiter: ",", newline: "\r\n" });
      const padded = [["One", "Two"], ...rows].map((row) => row.map(String));
      expect(data.slice(1).map((row) => row.map(fromSpreadsheet))).toEqual(padded.slice(1));
    }),
  );
});
