"use client";

import { notifyProblem } from "../notify";
import type { CellPlace } from "./focus";
import { pasteRows } from "./paste";
import { type CellRange, rowsIn } from "./range";
import type { Cells, GridColumn, GridEdit, GridHandle, GridRow, GridRules } from "./types";
import { freshId, type useGrid } from "./use-grid";
import { rowName, type ViewRow } from "./view-rows";

/** More than any list has; what is longer was copied by mistake, and is not worked through. */
const mostText = 2_000_000;

type Grid<Info> = Pick<ReturnType<typeof useGrid<Info>>, "state" | "inSight" | "change" | "say">;

/** What changes many cells at once: each is one step of undo, is announced, and keeps what it cannot change. */
export function useMany<Info>(
  grid: Grid<Info>,
  columns: readonly GridColumn<Info>[],
  rules: GridRules<Info>,
  /** As shown, in their order, without the + row. */
  shown: readonly ViewRow<Info>[],
) {
  const { state, inSight, change, say } = grid;
  const staying = inSight.filter((row) => row.state !== "deleted");
  const { noun } = rules;
  const many = (count: number) => `${count} ${count === 1 ? noun.one : noun.many}`;

  const apply = (edit: GridEdit, news: string) => {
    const before = edit.afresh ? state.base.length : staying.length;
    const rows = before + (edit.added?.length ?? 0) - (edit.deleted?.length ?? 0);
    if (rows > rules.mostRows) {
      notifyProblem(
        `Nothing was taken: there would be ${rows.toLocaleString("en")} ${noun.many}, and ${rules.mostRows} is the most.`,
      );
      return;
    }
    change({ do: "apply", edit });
    say(news);
  };

  const paste = async (text: string, at: CellPlace) => {
    if (text.length > mostText) return notifyProblem("Nothing was pasted: this is too much text for a list.");
    const { readCells } = await import("./clipboard");
    const newRow = (before: readonly GridRow<Info>[]): GridRow<Info> => {
      return { id: freshId(), version: 0, cells: rules.newCells(before) };
    };
    const closed = ({ id }: GridRow<Info>) => id in state.draft.deleted;
    const pasted = pasteRows({ cells: readCells(text), at, columns, rows: shown, closed, newRow });
    const kept =
      pasted.kept === 0
        ? ""
        : ` ${pasted.kept === 1 ? "1 cell that cannot be edited stays" : `${pasted.kept} cells that cannot be edited stay`}.`;
    apply(pasted.edit, `Pasted: ${many(pasted.changed)} changed, ${pasted.added} added.${kept}`);
  };

  const clear = (range: CellRange) => {
    const taken = rowsIn(range, shown, columns);
    const text = taken.columns.filter(({ editor }) => editor === "text" || editor === "number");
    const changed = taken.rows.map((row) => {
      const free = row.id in state.draft.deleted ? [] : text.filter((column) => !column.readOnly?.(row));
      return { rowId: row.id, cells: Object.fromEntries(free.map(({ id }) => [id, ""])) as Cells };
    });
    apply({ changed }, `${many(changed.length)} emptied.`);
  };

  /** Puts a row where another one stands, and numbers all between anew. */
  const move = (rowId: string, beside: string) => {
    const index = (id: string) => inSight.findIndex((row) => row.id === id);
    const [from, to] = [index(rowId), index(beside)];
    const row = inSight[from];
    if (!row || to < 0 || from === to || !rules.renumber) return;
    const changed = rules.renumber(inSight, from, to);
    const order = inSight.map(({ id }) => id).toSpliced(from, 1);
    const cells = changed.find((one) => one.rowId === rowId)?.cells ?? {};
    const now = Object.entries(cells).map(
      ([id, value]) => `${columns.find((one) => one.id === id)?.label} ${value}`,
    );
    apply(
      { changed, order: order.toSpliced(to, 0, rowId) },
      `${rowName(row, rules.nameColumn, noun.one)} is row ${to + 1} of ${inSight.length} now${now.length > 0 ? `, ${now}` : ""}.`,
    );
  };

  const handle: GridHandle<Info> = { base: state.base, rows: staying, apply };
  return { paste, clear, move, handle };
}
