import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clipboardText } from "../model/cell-text";
import { newRowId } from "../model/draft";
import type { GridColumn, GridRow } from "../model/types";
import { readCells } from "./clipboard";
import { isTooMuch, pasteRows } from "./paste";
import { rangeByRow, startOf, textsIn } from "./range";

const kinds = [
  { value: "fruit", label: "A fruit" },
  { value: "nut", label: "A nut" },
];
const columns: GridColumn[] = [
  { id: "no", label: "No.", editor: "number", width: "1px" },
  { id: "name", label: "Name", editor: "text", width: "auto" },
  {
    id: "kind",
    label: "Kind",
    editor: "select",
    width: "1px",
    choices: () => kinds,
    readOnly: ({ id }) => (id === "a" ? "It keeps its kind." : undefined),
  },
  { id: "on", label: "On", editor: "checkbox", width: "1px" },
];
const row = (id: string, no: string, name: string, kind = "fruit", on = true): GridRow => ({
  id,
  version: 1,
  cells: { no, name, kind, on },
});
const rows = [row("a", "1", "Apple"), row("b", "2", "Brazil nut", "nut", false)];
const newRow = (before: readonly GridRow[]) =>
  row(`new-${before.length}`, String(before.length + 1), "", "nut");

const oneCell = { rows: 1, columns: 1 };
const attempt = (text: string, rowId: string, column: string, shown = rows, selected = oneCell) =>
  pasteRows({
    cells: readCells(text),
    at: { rowId, column },
    selected,
    columns,
    rows: shown,
    all: rows,
    room: 498,
    closed: () => false,
    newRow,
  });
const paste = (text: string, rowId = "a", column = "no", shown = rows, selected = oneCell) => {
  const pasted = attempt(text, rowId, column, shown, selected);
  if (pasted.kind !== "pasted") throw new Error(`It is ${pasted.kind}`);
  return pasted;
};

describe("a paste", () => {
  it("fills from the focused cell on, and adds what goes past the end", () => {
    expect(paste("Acorn\tA nut\tno\r\nBeech\r\n", "b", "name")).toEqual({
      kind: "pasted",
      edit: {
        changed: [{ rowId: "b", cells: { name: "Acorn" } }],
        added: [{ id: "new-2", cells: { no: "3", name: "Beech", kind: "nut", on: true } }],
      },
      changed: 1,
      added: [{ id: "new-2", version: 1, cells: { no: "3", name: "Beech", kind: "nut", on: true } }],
      kept: 0,
    });
    expect(paste("7\tFig", newRowId).edit.added).toMatchObject([{ cells: { no: "7", name: "Fig" } }]);
  });

  it("keeps cells that are not edited, and says how many", () => {
    expect(paste("1\tApple\tA nut\tyes")).toMatchObject({ edit: { changed: [] }, kept: 1 });
  });

  it("knows choices by value or label, ticks by word, and leaves the rest to the rules", () => {
    const { changed } = paste("FRUIT\tx\nberry\tperhaps", "b", "kind").edit;
    expect(changed).toEqual([{ rowId: "b", cells: { kind: "fruit", on: true } }]);
    expect(paste("berry\tperhaps", "b", "kind").edit.changed).toEqual([
      { rowId: "b", cells: { kind: "berry", on: "perhaps" } },
    ]);
  });

  it.each([
    ["in their order, with empty lines", "No.\tName\n\n9\tApple", "no"],
    ["in another order and case, whatever column is focused", "NAME\tno.\nApple\t9", "on"],
    ["beside columns that are none of ours", "Name\tColour\tNo.\nApple\tred\t9", "name"],
    ["alone above its own column", "No.\n9", "no"],
  ])("follows the columns' names %s", (_, text, column) => {
    expect(paste(text, "a", column).edit.changed).toEqual([{ rowId: "a", cells: { no: "9" } }]);
  });

  it("takes the name of a column as a value where it is no heading", () => {
    expect(paste("Kind", "a", "name").edit.changed).toEqual([{ rowId: "a", cells: { name: "Kind" } }]);
    expect(paste("Kind\nOn", "a", "name").edit.changed).toEqual([
      { rowId: "a", cells: { name: "Kind" } },
      { rowId: "b", cells: { name: "On" } },
    ]);
  });

  it("fills the selection as often as it fits in, and else is put down once", () => {
    const both = { rows: 2, columns: 1 };
    const named = (rowId: string, name: string) => ({ rowId, cells: { name } });
    expect(paste("Fig", "a", "name", rows, both).edit.changed).toEqual([
      named("a", "Fig"),
      named("b", "Fig"),
    ]);
    const square = { rows: 2, columns: 2 };
    expect(paste("7\tFig", "a", "no", rows, square).edit.changed).toHaveLength(2);
    expect(paste("1\n2\n3", "a", "name", rows, both).edit).toMatchObject({
      changed: [named("a", "1"), named("b", "2")],
      added: [{ cells: { name: "3" } }],
    });
  });

  it("numbers new rows after all of the list, also after those that a filter hides", () => {
    const { added = [] } = paste("\tFig\n\tDate", newRowId, "on", rows.slice(0, 1)).edit;
    expect(added.map(({ cells }) => cells.no)).toEqual(["3", "4"]);
  });

  it("begins at a cell, and at none of the row's button", () => {
    expect(attempt("7", "a", "action")).toEqual({ kind: "nowhere" });
  });

  it("refuses more rows than there is room for before it makes any, however many they are", () => {
    const lines = Array.from({ length: 100_000 }, (_, i) => `${i}\tA name of some thirty letters`);
    const text = lines.join("\n");
    expect(text.length).toBeGreaterThan(3_000_000);
    expect(isTooMuch(text)).toBe(true);
    expect(attempt(text, "b", "no")).toEqual({ kind: "too many", added: 99_999 });
    expect(paste(lines.slice(0, 498).join("\n"), newRowId).added).toHaveLength(498);
    expect(attempt(lines.slice(0, 499).join("\n"), newRowId, "no").kind).toBe("too many");
  });

  it.each([
    ['"two \n\n lines"\tb', [["two lines", "b"]]],
    ['"a ""b"""\tc', [['a "b"', "c"]]],
    ['"half a quote\tc\nd', [['"half a quote', "c"], ["d"]]],
    ["'=cmd()\t-", [["=cmd()", "-"]]],
  ])("reads %j as a spreadsheet wrote it", (text, cells) => {
    expect(readCells(text)).toEqual(cells);
  });

  it("brings back what was copied", () => {
    const cells = fc.array(fc.tuple(fc.string({ minLength: 1 }), fc.string({ unit: "binary" })), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(cells, (list) => {
        const named = list.map(([a, b]) => [`x${a.replaceAll("\r", "")}`, b.replaceAll("\r", "")]);
        // A cell is one line, whatever was copied into it.
        const onOneLine = named.map((line) => line.map((text) => text.replace(/\s*\n\s*/g, " ")));
        expect(readCells(clipboardText(named))).toEqual(onOneLine);
      }),
    );
  });
});

describe("a range", () => {
  it("is filled from its first cell on, wherever the focus is, and without the + row", () => {
    const drawn = { from: { rowId: "b", column: "kind" }, to: { rowId: "a", column: "name" } };
    const shown = [...rows, row(newRowId, "3", "")];
    const at = { rowId: "a", column: "name" };
    expect(startOf(drawn, drawn.to, shown, columns)).toEqual({ at, selected: { rows: 2, columns: 2 } });
    const further = { ...drawn, from: { rowId: newRowId, column: "kind" } };
    expect(startOf(further, at, shown, columns)).toEqual({ at, selected: { rows: 2, columns: 2 } });
    expect(startOf(null, at, shown, columns)).toEqual({ at, selected: { rows: 1, columns: 1 } });
  });

  it("is the rectangle between its corners, however it was drawn", () => {
    const range = { from: { rowId: "b", column: "kind" }, to: { rowId: "a", column: "name" } };
    expect(textsIn(range, rows, columns)).toEqual([
      ["Apple", "A fruit"],
      ["Brazil nut", "A nut"],
    ]);
    expect(rangeByRow(range, rows, columns)).toEqual(
      new Map([
        ["a", "1-2"],
        ["b", "1-2"],
      ]),
    );
    expect(rangeByRow({ ...range, to: { rowId: "gone", column: "name" } }, rows, columns).size).toBe(0);
  });
});
