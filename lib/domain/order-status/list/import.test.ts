import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderStatusTypes, storefrontTypes, typeIsForUsers } from "../combination";
import { systemStatuses } from "../system-statuses";
import { planImport } from "./import";
import type { ListedStatus } from "./list";
import { mostBytes, readListFile, toCsv, toJson } from "./list-file";

const system: ListedStatus[] = systemStatuses.map((status) => ({
  ...status,
  id: status.description,
  active: true,
  mandatory: true,
}));
const awaiting: ListedStatus = {
  id: "awaiting",
  no: 20,
  description: "Awaiting documents",
  type: "in_progress",
  storefrontType: "viewable",
  color: "#123456",
  active: true,
  mandatory: false,
};
const current = [...system, awaiting];

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readListFile(bytes(text));
function plan(text: string, list = current) {
  const rows = read(text);
  if (!rows.ok) throw new Error(rows.refusal);
  return planImport(list, new Map([["awaiting", 12]]), rows.value.rows);
}
const outcomes = (text: string) => plan(text).rows.map(({ row, outcome, why }) => [row, outcome, why ?? ""]);

describe("a round trip", () => {
  const text = fc
    .string({ unit: fc.constantFrom("=", "+", "-", "@", "'", '"', ";", ",", "é", "ש", "🚫", "a", " ") })
    .map((one) => `x${one.replaceAll(/ +/g, " ")}`.slice(0, 70).trim());
  const lists = fc
    .uniqueArray(
      fc.record({
        description: fc.oneof(
          text,
          text.map((one) => `=${one}`),
          text.map((one) => `'-${one}`),
        ),
        type: fc.constantFrom(...orderStatusTypes.filter(typeIsForUsers)),
        storefrontType: fc.constantFrom(...storefrontTypes),
        active: fc.boolean(),
      }),
      { selector: ({ description }) => description.toLowerCase(), maxLength: 20 },
    )
    .map((rows) => [
      ...system,
      ...rows.map((row, i) => ({ ...awaiting, ...row, no: 100 + i, id: `id-${i}` })),
    ]);

  it.each([
    ["CSV", toCsv],
    ["JSON", toJson],
  ])("by %s changes nothing", (_, write) => {
    fc.assert(
      fc.property(lists, (list) => {
        const { rows, edit } = plan(write(list), list);
        expect(rows.filter(({ outcome }) => outcome !== "same")).toEqual([]);
        expect(edit).toEqual({ changed: [], added: [] });
        // Another organization knows none of the ids, so it finds rows by description.
        const elsewhere = list.map((row) => ({ ...row, id: `other ${row.id}` }));
        expect(plan(write(list), elsewhere).rows.every(({ outcome }) => outcome === "same")).toBe(true);
      }),
    );
  });

  it("starts no formula in a spreadsheet", () => {
    const csv = toCsv([{ ...awaiting, description: '=cmd|" /c calc"!A1' }]);
    expect(csv).toMatch(/^\ufeffNo\.,Description/);
    expect(csv).toContain(`"'=cmd|"" /c calc""!A1"`);
    // Spreadsheets that split at semicolons would split this text as well.
    expect(toCsv([{ ...awaiting, description: "a;=cmd()" }])).toContain(",a;'=cmd(),");
  });
});

describe("an import", () => {
  it("marks every row: added, changed, same, refused and why", () => {
    const csv = [
      "No.;Description;Type;Storefront Type;Color;Active",
      "1;draft;In progress;Draft;#868E96;yes",
      "2;Submitted;In progress;Viewable;#000000;Yes",
      "30;Denied;cancelled;viewable;#fff;1",
      "4;Canceled;In progress;Viewable;#e03131;Yes",
      "abc;Wrong;Cancelled;Viewable;#fff;Yes",
      "31;DENIED;Cancelled;Viewable;#fff;Yes",
      "21;Awaiting documents;Cancelled;Viewable;#123456;Yes",
      "40;Running;Executing;Viewable;#fff;Yes",
    ].join("\r\n");
    expect(outcomes(csv)).toEqual([
      ["Draft", "changed", ""],
      ["Submitted", "changed", ""],
      ["Denied", "added", ""],
      ["Canceled", "refused", "Type: A system status keeps its Type."],
      ["Wrong", "refused", "No.: Enter a whole number from 1 to 9999."],
      ["DENIED", "refused", "Row 3 names the same status."],
      ["Awaiting documents", "refused", expect.stringContaining("12 orders use this status")],
      ["Running", "refused", "Type: Only the system sets Executing."],
    ]);
  });

  it("knows a renamed status by its id, and leaves alone what the file does not name", () => {
    const { rows, edit } = plan("ID,Description\r\nawaiting,In review\r\n");
    expect(rows).toEqual([
      { place: 1, row: "Awaiting documents", outcome: "changed", columns: ["description"] },
    ]);
    expect(edit).toEqual({ changed: [{ id: "awaiting", cells: { description: "In review" } }], added: [] });
  });

  it("takes two numbers that are swapped, and neither when one row is refused", () => {
    const swap = (type: string) =>
      `No.,Description,Type\n5,Draft,In progress\n1,Pending Reseller Approval,${type}\n`;
    expect(outcomes(swap("In progress")).map(([, outcome]) => outcome)).toEqual(["changed", "changed"]);
    expect(outcomes(swap("Cancelled"))[1]).toEqual([
      "Pending Reseller Approval",
      "refused",
      "Type: A system status keeps its Type.",
    ]);
  });

  it.each<[string, string, string]>([
    ["a mark of UTF-8 and commas", "\ufeffDescription,No.\nAwaiting documents,20\n", "same"],
    ["semicolons", "Description;No.\nAwaiting documents;21\n", "changed"],
    ["tabs", "Description\tNo.\nAwaiting documents\t21\n", "changed"],
    [
      "a separator named in quotation marks",
      '"sep=;"\r\nDescription;No.\r\nAwaiting documents;21\r\n',
      "changed",
    ],
    ["a named separator", "sep=|\r\nDescription|No.\r\nAwaiting documents|21\r\n", "changed"],
    ["quotes", 'Description,No.\n"Awaiting documents","21"\n', "changed"],
    ["a line break in a cell", 'Description,No.\n"Awaiting\ndocuments",21\n', "changed"],
    ["empty lines", "\nDescription,No.\n\n,\nAwaiting documents,20\n\n", "same"],
    ["a list of JSON", '[{"description":"Awaiting documents","no":21}]', "changed"],
    ["JSON of the wrong types", '[{"description":{"a":1},"no":"21"}]', "refused"],
    ["JSON that is no rows", "[null]", "refused"],
    ["JSON with a forged prototype", '[{"__proto__":{"description":"Awaiting documents"}}]', "refused"],
  ])("reads %s", (_, text, outcome) => {
    expect(plan(text).rows).toMatchObject([{ outcome }]);
  });

  it("reads the wide letters that spreadsheets write", () => {
    const wide = new Uint8Array([
      0xff,
      0xfe,
      ...[..."Description\tNo.\nDraft\t9"].flatMap((c) => [c.charCodeAt(0), 0]),
    ]);
    const rows = readListFile(wide);
    expect(rows.ok && rows.value).toEqual({
      rows: [{ place: 1, id: undefined, cells: { description: "Draft", no: 9 } }],
      guessedEncoding: false,
    });
  });

  it("reads the letters of Windows where the file is not UTF-8, and says so", () => {
    const old = new Uint8Array([..."Description\nPr"].map((c) => c.charCodeAt(0)).concat([0xfc, 0x66]));
    const rows = readListFile(old);
    expect(rows.ok && rows.value).toEqual({
      rows: [{ place: 1, id: undefined, cells: { description: "Prüf" } }],
      guessedEncoding: true,
    });
    expect(read("Description\nPrüf\n")).toMatchObject({ value: { guessedEncoding: false } });
  });

  it("gives rows without a No. the numbers after all others", () => {
    const csv =
      "Description,Type,Storefront Type,Color,Active,No.\nA,Canceled,Viewable,#fff,Yes,\nB,cancelled,Viewable,#eee,Yes,25\nC,Canceled,Viewable,#ddd,Yes,\nSubmitted,,,,,\n";
    const { edit, rows } = plan(csv);
    expect(edit.added.map(({ cells }) => [cells.description, cells.no, cells.type])).toEqual([
      ["A", 26, "cancelled"],
      ["B", 25, "cancelled"],
      ["C", 27, "cancelled"],
    ]);
    expect(rows[3]).toMatchObject({ row: "Submitted", outcome: "refused" });
    const bare = plan("Description,Type,Storefront Type,Color,Active\nA,Canceled,Viewable,#fff,Yes\n");
    expect(bare.edit.added.map(({ cells }) => cells.no)).toEqual([21]);
  });

  it.each<[string, Uint8Array, RegExp]>([
    ["50 MB", new Uint8Array(50_000_000), /has 50 MB/],
    ["one byte too many", new Uint8Array(mostBytes + 1), /nothing was read/],
    ["a spreadsheet's own format", bytes("PK\u0003\u0004"), /Save the sheet as CSV/],
    ["bytes that are letters nowhere", new Uint8Array([0x44, 0x81, 0x2c]), /encoding.*UTF-8/],
    ["no text", bytes("Description\0"), /not text/],
    ["nothing", bytes(""), /first row .* must name the columns/],
    ["only a heading", bytes("Description,No.\n"), /no rows/],
    ["other columns", bytes("Name,Age\nAda,36\n"), /first row .* must name the columns/],
    ["an open quotation mark", bytes('Description\n"Draft\n'), /quotation mark/],
    ["half a JSON", bytes('[{"no":'), /JSON/],
    ["another JSON", bytes('{"a":[]}'), /orderStatuses/],
    [
      "1,000 rows",
      bytes(`Description\n${Array.from({ length: 1000 }, (_, i) => `Status ${i}`).join("\n")}`),
      /1,000 rows/,
    ],
    ["deep nesting", bytes("[".repeat(100_000)), /JSON/],
  ])("refuses %s with a reason", (_, file, why) => {
    const rows = readListFile(file);
    expect(rows.ok ? "" : rows.refusal).toMatch(why);
  });

  it("comes to an end with 500 rows that all break a rule", () => {
    const rows = Array.from({ length: 500 }, (_, i) => `2,Status ${i},In progress,Viewable,#fff,Yes`);
    const found = plan(`No.,Description,Type,Storefront Type,Color,Active\n${rows.join("\n")}`).rows;
    expect(found).toHaveLength(500);
    expect(found.every(({ outcome }) => outcome === "refused")).toBe(true);
  });
});
