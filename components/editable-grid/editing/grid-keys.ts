import type { KeyboardEvent } from "react";
import { cellAround, cellsOf, customEditorsIn, editorIn, focusCell, isCustom, rowsOf } from "./focus";

/** Lists what the keys do besides walking. */
export type KeyActions = {
  undo: () => void;
  redo: () => void;
  /** Empties text cells: the selected ones, or this one. */
  clear: (cell: HTMLElement) => void;
  /** Restores what the cell held when its editing began. */
  putBack: (cell: HTMLElement) => void;
  /** Takes the focus to the cell, and with it the corner of the selected range. */
  extendTo: (cell: HTMLElement) => void;
  selectAll: () => void;
  /** Moves the row of the cell among the others. */
  move: (cell: HTMLElement, by: -1 | 1) => void;
  /** Shows the keys. */
  help: () => void;
};

const page = 10;

/**
 * Follows the WAI-ARIA grid pattern: keys walk from cell to cell until a cell is edited, and then belong to its
 * editor.
 */
export function handleGridKey(event: KeyboardEvent<HTMLElement>, actions: KeyActions): void {
  const grid = event.currentTarget;
  const cell = cellAround(event.target as Element);
  if (!cell || event.nativeEvent.isComposing) return;

  const keys = () => {
    if (isCustom(event.target as Element)) return customKey(event, cell);
    return event.target === editorIn(cell)
      ? editKey(event, cell, actions)
      : walkKey(event, grid, cell, actions);
  };
  if (travelsInTime(event, actions) || keys()) {
    event.preventDefault();
  }
}

/** Undoes and redoes for the whole grid, since an editor's own undo would know one cell only. */
function travelsInTime(event: KeyboardEvent, { undo, redo }: KeyActions): boolean {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return false;
  const key = event.key.toLowerCase();
  if (key === "y" || (key === "z" && event.shiftKey)) redo();
  else if (key === "z") undo();
  else return false;
  return true;
}

function editKey(event: KeyboardEvent, cell: HTMLElement, actions: KeyActions): boolean {
  switch (event.key) {
    case "Enter":
      focusCell(neighbour(cell, 1, 0));
      return true;
    case "Tab":
      focusCell(neighbour(cell, 0, event.shiftKey ? -1 : 1));
      return true;
    case "Escape":
      actions.putBack(cell);
      focusCell(cell);
      return true;
    default:
      return false;
  }
}

/** Leaves their keys to the editors that a cell draws itself, except for those that lead on and out. */
function customKey(event: KeyboardEvent, cell: HTMLElement): boolean {
  if (event.isDefaultPrevented()) return false;
  switch (event.key) {
    case "Enter":
      focusCell(neighbour(cell, 1, 0));
      return true;
    case "Escape":
      focusCell(cell);
      return true;
    case "Tab": {
      const editors = customEditorsIn(cell);
      const next = editors.indexOf(event.target as HTMLElement) + (event.shiftKey ? -1 : 1);
      if (editors[next]) editors[next].focus();
      else focusCell(neighbour(cell, 0, event.shiftKey ? -1 : 1));
      return true;
    }
    default:
      return false;
  }
}

function walkKey(event: KeyboardEvent, grid: HTMLElement, cell: HTMLElement, actions: KeyActions): boolean {
  const { key } = event;
  if (event.altKey)
    return event.shiftKey ? moveKey(key, cell, actions) : key === "ArrowDown" && openList(cell);
  const goal = destination(event, grid, cell);
  if (goal) {
    if (event.shiftKey) actions.extendTo(goal);
    else focusCell(goal);
    return true;
  }
  if (event.ctrlKey || event.metaKey) {
    if (key.toLowerCase() !== "a") return false;
    actions.selectAll();
    return true;
  }
  if (key === "?") {
    actions.help();
    return true;
  }

  const [custom] = customEditorsIn(cell);
  if (custom && (key === "Enter" || key === "F2")) {
    custom.focus();
    return true;
  }
  const editor = editorIn(cell);
  const onWidget = event.target !== cell;
  if (key === "Enter" && onWidget) {
    // The browser presses a button by itself, but not a tick box.
    if (event.target instanceof HTMLInputElement) event.target.click();
    return event.target instanceof HTMLInputElement;
  }
  if (!editor || editor.disabled) return false;
  if (key === "Enter" || key === "F2") {
    beginEdit(editor, "end");
    return true;
  }
  if (editor instanceof HTMLSelectElement) {
    if (key === " ") return openList(cell);
    if (isText(key)) editor.focus();
    return false;
  }
  if (key === "Delete" || key === "Backspace") {
    actions.clear(cell);
    return true;
  }
  // The key then reaches the editor by itself, and replaces what is selected there.
  if (isText(key)) beginEdit(editor, "all");
  return false;
}

function moveKey(key: string, cell: HTMLElement, { move }: KeyActions): boolean {
  if (key !== "ArrowUp" && key !== "ArrowDown") return false;
  move(cell, key === "ArrowUp" ? -1 : 1);
  return true;
}

function isText(key: string): boolean {
  return [...key].length === 1;
}

function beginEdit(editor: HTMLInputElement | HTMLSelectElement, select: "all" | "end"): void {
  editor.focus();
  if (editor instanceof HTMLSelectElement) return;
  const { length } = editor.value;
  editor.setSelectionRange(select === "all" ? 0 : length, length);
}

function openList(cell: HTMLElement): boolean {
  const editor = editorIn(cell);
  if (!(editor instanceof HTMLSelectElement) || editor.disabled) return false;
  editor.focus();
  try {
    editor.showPicker();
  } catch {
    // A browser that cannot open it by program still focuses it, so that one more key opens it.
  }
  return true;
}

function destination(event: KeyboardEvent, grid: HTMLElement, cell: HTMLElement): HTMLElement | undefined {
  const whole = event.ctrlKey || event.metaKey;
  const row = cell.closest<HTMLElement>("[data-grid-row]");
  const cells = row ? cellsOf(row) : [];
  switch (event.key) {
    case "ArrowDown":
      return neighbour(cell, whole ? Number.POSITIVE_INFINITY : 1, 0);
    case "ArrowUp":
      return neighbour(cell, whole ? Number.NEGATIVE_INFINITY : -1, 0);
    case "ArrowRight":
      return whole ? cells.at(-1) : neighbour(cell, 0, 1);
    case "ArrowLeft":
      return whole ? cells[0] : neighbour(cell, 0, -1);
    case "PageDown":
      return neighbour(cell, page, 0);
    case "PageUp":
      return neighbour(cell, -page, 0);
    case "Home":
    case "End": {
      const rows = rowsOf(grid);
      const there = whole ? rows.at(event.key === "Home" ? 0 : -1) : row;
      return there ? cellsOf(there).at(event.key === "Home" ? 0 : -1) : undefined;
    }
    default:
      return undefined;
  }
}

/** Returns the cell that many rows and columns away, at most at the edge. */
function neighbour(cell: HTMLElement, down: number, right: number): HTMLElement | undefined {
  const row = cell.closest<HTMLElement>("[data-grid-row]");
  const grid = row?.closest<HTMLElement>('[role="grid"]');
  if (!row || !grid) return undefined;
  const rows = rowsOf(grid);
  const within = (index: number, length: number) => Math.max(0, Math.min(index, length - 1));
  const there = rows[within(rows.indexOf(row) + down, rows.length)];
  const cells = there ? cellsOf(there) : [];
  return cells[within(cellsOf(row).indexOf(cell) + right, cells.length)];
}
