"use client";

import { count } from "@/lib/domain/format/count";
import { notifyProblem } from "../../feedback/notify";
import { isFixed } from "../model/cell-text";
import { newRowId } from "../model/draft";
import type { GridHandle } from "../model/props";
import type { GridColumn, GridEdit, GridRow, GridRules, RowRules } from "../model/types";
import { rowName, type ViewRow } from "../model/view-rows";
import type { CellPlace } from "./focus";
import { type CellRange, rowsIn, startOf } from "./range";
import { type Edit, freshId } from "./use-edit";

/** Changes many cells at once. Each change is one step of undo, is announced, and keeps what it cannot change. */
export function useBulkEdits<Info>(
  grid: Edit<Info>,
  columns: readonly GridColumn<Info>[],
  rules: RowRules<Info> & Partial<Pick<GridRules<Info>, "newCells">>,
  /** Lists the rows as shown, in their order, with the + row if there is one. */
  rows: readonly ViewRow<Info>[],
) {
  const { state, inSight, change, say } = grid;
  const staying = inSight.filter((row) => row.state !== "deleted");
  const { noun, newCells } = rules;
  const many = (rows: number) => count(rows, noun.one, noun.many);
  const closed = ({ id }: GridRow<Info>) => id in state.draft.deleted;

  const refuse = (would: number) =>
    notifyProblem(
      `Nothing was added. There would be ${would.toLocaleString("en")} ${noun.many}, and a list has at most ${rules.mostRows}.`,
    );

  const apply = (edit: GridEdit, news: string) => {
    const before = edit.afresh ? state.base.length : staying.length;
    const would = before + (edit.added?.length ?? 0) - (edit.deleted?.length ?? 0);
    if (would > rules.mostRows) return refuse(would);
    if (change({ do: "apply", edit })) say(news);
  };

  /** Pastes, and answers the first new row, so that the focus can go there. */
  const paste = async (text: string, cell: CellPlace, range: CellRange | null) => {
    const pasting = await import("./paste").catch(() => null);
    if (!pasting) return notifyProblem("Nothing was pasted. Reload the page and try again.");
    if (pasting.isTooMuch(text))
      return notifyProblem("Nothing was pasted. This is too much text for a list.");
    const pasted = pasting.pasteRows<Info>({
      cells: pasting.readCells(text),
      ...startOf(range, cell, rows, columns),
      columns,
      rows: rows.filter((row) => row.state !== "new"),
      all: inSight,
      room: newCells ? rules.mostRows - staying.length : 0,
      closed,
      newRow: (before) => ({ id: freshId(), version: 0, cells: newCells?.(before) ?? {} }),
    });
    if (pasted.kind === "nowhere") return say("Nothing was pasted. Go to the first cell to fill.");
    if (pasted.kind === "too many") {
      if (newCells) return refuse(staying.length + pasted.added);
      return notifyProblem("Nothing was pasted. It goes past the last row, and pasting adds no rows here.");
    }
    const { edit, changed, added, kept } = pasted;
    apply(
      edit,
      `Pasted: ${many(changed)} changed, ${added.length} added${namesOf(added)}.${keptWords(kept)}`,
    );
    return added[0];
  };

  /** Lists names, such as ": Parked, Denied and 3 more". */
  const namesOf = (added: readonly GridRow<Info>[]) => {
    const names = added.map((row) => rowName({ ...row, state: "added", edited: {} }, rules));
    const more = names.length - mostNamed;
    const listed = names.slice(0, mostNamed).join(", ");
    return names.length === 0 ? "" : `: ${listed}${more > 0 ? ` and ${more} more` : ""}`;
  };

  const clear = (range: CellRange) => {
    const taken = rowsIn(range, rows, columns);
    const text = taken.columns.filter(({ editor }) => ["text", "number", "spin"].includes(editor));
    const changed = taken.rows.flatMap((row) => {
      const free = text.filter((column) => !closed(row) && !isFixed(column, row));
      const full = free.filter(({ id }) => row.cells[id] !== "");
      return full.length > 0
        ? [{ rowId: row.id, cells: Object.fromEntries(full.map(({ id }) => [id, ""])) }]
        : [];
    });
    if (changed.length === 0) return say("There is nothing to empty.");
    const saved = changed.filter(({ rowId }) => rowId !== newRowId).length;
    const withNew = saved < changed.length ? `the new ${noun.one}` : "";
    const words = [saved > 0 && many(saved), withNew].filter(Boolean).join(" and ");
    apply({ changed }, `Emptied: ${words}.`);
  };

  /** Moves a row to the place of another one, and numbers all rows between them anew. */
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
      `${rowName(row, rules)} is row ${to + 1} of ${inSight.length} now${now.length > 0 ? `, ${now}` : ""}.`,
    );
  };

  const handle: GridHandle<Info> = { base: state.base, rows: staying, apply };
  return { paste, clear, move, handle };
}

const mostNamed = 5;

function keptWords(kept: number): string {
  if (kept === 0) return "";
  return ` ${count(kept, "cell that cannot be edited stays", "cells that cannot be edited stay")}.`;
}
