import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyDraft, isEmpty, newRowId } from "./draft";
import { type EditAction, type EditState, edit, startEdit } from "./edit-state";
import type { GridRow } from "./types";
import { viewRows } from "./view-rows";

const rows: GridRow[] = [
  { id: "a", version: 1, cells: { name: "Ada", on: true } },
  { id: "b", version: 4, cells: { name: "Bob", on: false } },
];
const play = (...actions: EditAction[]): EditState => actions.reduce(edit<unknown>, startEdit(rows));
const type = (rowId: string, value: string, column = "name"): EditAction => ({
  do: "type",
  rowId,
  column,
  value,
});
const names = ({ base, draft }: EditState) =>
  viewRows(base, draft).map((row) => `${row.cells.name} ${row.state}`);

describe("an edit", () => {
  it("keeps what differs, with the version it was read at", () => {
    expect(play(type("b", "B")).draft.changed).toEqual({ b: { version: 4, cells: { name: "B" } } });
  });

  it("is none when the cell is as it was", () => {
    expect(play(type("b", "B"), type("b", "Bob")).draft).toEqual(emptyDraft);
  });

  it("sets what its column sets besides, as the same step", () => {
    const typed = play(
      { do: "type", rowId: "b", column: "name", value: "B", sets: { on: true } },
      { do: "type", rowId: "b", column: "name", value: "Be", sets: { on: true } },
    );
    expect(typed.draft.changed).toEqual({ b: { version: 4, cells: { name: "Be", on: true } } });
    expect(edit(typed, { do: "undo" }).draft).toEqual(emptyDraft);
  });

  it("adds the + row, and empties it", () => {
    const state = play(type(newRowId, "Cy"), { do: "add", id: "new-1", cells: { name: "Cy" } });
    expect(names(state)).toEqual(["Ada same", "Bob same", "Cy added"]);
    expect(state.draft.newRow).toEqual({});
  });

  it("removes an added row at once, and marks a saved one", () => {
    const state = play(
      { do: "add", id: "new-1", cells: { name: "Cy" } },
      { do: "delete", rowId: "new-1" },
      { do: "delete", rowId: "a", answer: "b" },
    );
    expect(names(state)).toEqual(["Ada deleted", "Bob same"]);
    expect(state.draft.deleted).toEqual({ a: { version: 1, answer: "b" } });
    expect(names(edit(state, { do: "restore", rowId: "a" }))).toEqual(["Ada same", "Bob same"]);
  });

  it("takes the keystrokes of one cell as one step", () => {
    const state = play(
      type("a", "A"),
      type("a", "Al"),
      type("a", "Ali"),
      { do: "endTyping" },
      type("a", "Alix"),
      { do: "undo" },
    );
    expect(names(state)[0]).toBe("Ali changed");
    expect(names(edit(state, { do: "undo" }))[0]).toBe("Ada same");
    expect(names(edit(state, { do: "redo" }))[0]).toBe("Alix changed");
  });

  it("leaves no step behind where typing is put back, by Escape or by hand", () => {
    const escaped = play(type("a", "A"), type("a", "Al"), { do: "putBack", rowId: "a", column: "name" });
    expect(escaped.past).toEqual([]);
    expect(escaped.draft).toEqual(emptyDraft);
    expect(play(type("a", "A"), type("a", "Ada")).past).toEqual([]);
    const newRow = play(type(newRowId, "C"), { do: "putBack", rowId: newRowId, column: "name" });
    expect(newRow).toMatchObject({ past: [], draft: emptyDraft });
    const before = play(type("a", "A"), { do: "endTyping" });
    expect(edit(before, { do: "putBack", rowId: "a", column: "name" })).toEqual(before);
  });

  it("takes a paste of changed and new rows as one step", () => {
    const state = play({
      do: "apply",
      edit: {
        changed: [{ rowId: "b", cells: { name: "B", on: true } }],
        added: [{ id: "new-1", cells: { name: "Cy" } }],
        deleted: ["a"],
      },
    });
    expect(names(state)).toEqual(["Ada deleted", "B changed", "Cy added"]);
    expect(names(edit(state, { do: "undo" }))).toEqual(["Ada same", "Bob same"]);
  });

  it("shows rows in the order that they were moved to, which alone is nothing to save", () => {
    const state = play({ do: "apply", edit: { order: ["b", "a"] } });
    expect(names(state)).toEqual(["Bob same", "Ada same"]);
    expect(isEmpty(state.draft)).toBe(true);
  });

  it("brings discarded changes back", () => {
    expect(names(play(type("a", "A"), { do: "discard" }, { do: "undo" }))[0]).toBe("A changed");
  });
});

describe("newer rows under an edit", () => {
  const theirs: GridRow[] = [
    { id: "a", version: 2, cells: { name: "Ada L", on: true } },
    { id: "b", version: 4, cells: { name: "Bob", on: false } },
  ];

  it("leave what was typed, and the version it was read at, so that the save sees the conflict", () => {
    const state = play(type("a", "Mine"), { do: "rebase", rows: theirs });
    expect(names(state)[0]).toBe("Mine changed");
    expect(state.draft.changed.a?.version).toBe(1);
    expect(edit(state, { do: "keepMine", rowId: "a", addAs: "", cells: {} }).draft.changed.a?.version).toBe(
      2,
    );
    expect(names(edit(state, { do: "takeTheirs", rowId: "a" }))[0]).toBe("Ada L same");
  });

  it("keep a conflict in sight for the person who deletes, whenever they choose the replacement", () => {
    const state = play(
      { do: "delete", rowId: "a" },
      { do: "rebase", rows: theirs },
      { do: "delete", rowId: "a", answer: "b" },
    );
    expect(state.draft.deleted).toEqual({ a: { version: 1, answer: "b" } });
  });

  it("take a row that both deleted out of the edit, and out of the way back and forth", () => {
    const state = play(
      type("a", "Mine"),
      { do: "delete", rowId: "a" },
      type("b", "B"),
      { do: "undo" },
      { do: "rebase", rows: theirs.slice(1) },
    );
    expect(state.draft).toEqual(emptyDraft);
    expect(names(state)).toEqual(["Bob same"]);
    expect(names(edit(state, { do: "redo" }))).toEqual(["B changed"]);
    const back = [1, 2].reduce((now) => edit(now, { do: "undo" }), state);
    expect(isEmpty(back.draft)).toBe(true);
    expect(
      play({ do: "bringBack", draft: { ...emptyDraft, deleted: { gone: { version: 1 } } } }).draft,
    ).toEqual(emptyDraft);
  });

  it("leave the way back over a settled conflict, after which the save asks again", () => {
    const state = play(
      type("b", "B"),
      type("a", "Mine"),
      { do: "rebase", rows: theirs.slice(1) },
      { do: "keepMine", rowId: "a", addAs: "new-1", cells: {} },
    );
    expect(names(state)).toEqual(["B changed", "Mine added"]);
    const unsettled = edit(state, { do: "undo" });
    expect(names(unsettled)).toEqual(["B changed", "Mine changed"]);
    expect(names(edit(unsettled, { do: "undo" }))).toEqual(["B changed"]);
    const taken = edit(unsettled, { do: "takeTheirs", rowId: "a" });
    expect(names(taken)).toEqual(["B changed"]);
    expect(names(edit(taken, { do: "undo" }))).toEqual(["B changed", "Mine changed"]);
  });

  it("keep a row in sight that was deleted under an edit, until it is settled", () => {
    const state = play(type("a", "Mine"), { do: "rebase", rows: theirs.slice(1) });
    expect(names(state)).toEqual(["Bob same", "Mine changed"]);
    const kept = edit(state, { do: "keepMine", rowId: "a", addAs: "new-1", cells: { name: "", on: false } });
    expect(kept.draft.added).toEqual([{ id: "new-1", cells: { name: "Mine", on: true } }]);
    expect(names(kept)).toEqual(["Bob same", "Mine added"]);
    expect(names(edit(state, { do: "takeTheirs", rowId: "a" }))).toEqual(["Bob same"]);
  });
});

it("draws one row anew for a keystroke, among two hundred", () => {
  const many = Array.from({ length: 200 }, (_, i) => ({
    id: `${i}`,
    version: 1,
    cells: { name: `Row ${i}` },
  }));
  const before = startEdit(many);
  const after = edit(before, type("7", "x"));
  const drawn = viewRows(after.base, after.draft);
  const shown = viewRows(before.base, before.draft);
  expect(drawn.filter((row, i) => row !== shown[i]).map(({ id }) => id)).toEqual(["7"]);
});

describe("undo and redo", () => {
  const ids = fc.constantFrom("a", "b", "new-1", newRowId);
  const column = fc.constantFrom("name", "on");
  const theirs = fc.subarray(rows).map((left) => left.map((row) => ({ ...row, version: row.version + 1 })));
  const action: fc.Arbitrary<EditAction> = fc.oneof(
    fc.record({ do: fc.constant("type" as const), rowId: ids, column, value: fc.string({ maxLength: 2 }) }),
    fc.record({ do: fc.constant("putBack" as const), rowId: ids, column }),
    fc.record({ do: fc.constant("delete" as const), rowId: ids, answer: fc.option(ids, { nil: undefined }) }),
    fc.record({ do: fc.constant("restore" as const), rowId: ids }),
    fc.record({ do: fc.constant("rebase" as const), rows: theirs }),
    fc.record({ do: fc.constant("takeTheirs" as const), rowId: ids }),
    fc.record({
      do: fc.constant("keepMine" as const),
      rowId: ids,
      addAs: fc.constantFrom("", "new-2"),
      cells: fc.constant({}),
    }),
    fc.record({
      do: fc.constant("apply" as const),
      edit: fc.record({ order: fc.shuffledSubarray(["a", "b", "new-1"]) }),
    }),
    fc.constantFrom<EditAction>(
      { do: "apply", edit: { changed: [{ rowId: "a", cells: { name: "P" } }], deleted: ["b"] } },
      { do: "add", id: "new-1", cells: { name: "N" } },
      { do: "endTyping" },
      { do: "discard" },
      { do: "undo" },
      { do: "redo" },
    ),
  );

  it("go all the way back to nothing and forth to the end, over whatever was done and saved", () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 600, size: "max" }), (list) => {
        let end = list.reduce(edit<unknown>, startEdit(rows));
        while (end.future.length > 0) end = edit(end, { do: "redo" });
        let state = end;
        while (state.past.length > 0) state = edit(state, { do: "undo" });
        expect(isEmpty(state.draft)).toBe(true);
        while (state.future.length > 0) state = edit(state, { do: "redo" });
        expect(state.draft).toEqual(end.draft);
        expect(viewRows(state.base, state.draft)).toEqual(viewRows(end.base, end.draft));
      }),
      { numRuns: 40 },
    );
  });

  it("know no limit, and bring back a deletion and a moved row", () => {
    const typed = Array.from({ length: 1_000 }, (_, i) => [type("a", `A${i}`), { do: "endTyping" as const }]);
    const state = play(
      ...typed.flat(),
      { do: "delete", rowId: "b" },
      { do: "apply", edit: { order: ["b", "a"] } },
    );
    expect(state.past).toHaveLength(1_002);
    expect(names(state)).toEqual(["Bob deleted", "A999 changed"]);
    const unmoved = edit(state, { do: "undo" });
    expect(names(unmoved)).toEqual(["A999 changed", "Bob deleted"]);
    expect(names(edit(unmoved, { do: "undo" }))).toEqual(["A999 changed", "Bob same"]);
    expect(names(edit(unmoved, { do: "redo" }))).toEqual(["Bob deleted", "A999 changed"]);
  });
});
