import { type StatusCells, type StatusColumn, statusColumns } from "./cells";
import type { ListedStatus } from "./list";

/** Says what makes one list of another, cell by cell: docs/domain.md, section 1, rule 13. */
export type StatusDifference = {
  id: string;
  /** Names the row as the later list calls it, or as the earlier one did. */
  row: string;
  what: "added" | "changed" | "deleted";
  /** Holds the cells of a changed row that differ. */
  cells: CellDifference[];
  /** Names what took over the orders of a deleted status, as it was called then. */
  replacement?: string | undefined;
};
export type CellDifference = { column: StatusColumn; from?: Cell | undefined; to?: Cell | undefined };
type Cell = StatusCells[StatusColumn];

export function listDifferences(
  earlier: readonly ListedStatus[],
  later: readonly ListedStatus[],
): StatusDifference[] {
  const before = new Map(earlier.map((status) => [status.id, status]));
  const after = new Map(later.map((status) => [status.id, status]));
  const found = later.flatMap((status): StatusDifference[] => {
    const { id, description: row } = status;
    const was = before.get(id);
    const columns = statusColumns.filter((column) => was?.[column] !== status[column]);
    const cells = columns.map((column) => ({ column, from: was?.[column], to: status[column] }));
    if (cells.length === 0) return [];
    return [{ id, row, what: was ? "changed" : "added", cells }];
  });
  const deleted = earlier.filter(({ id }) => !after.has(id));
  return [
    ...found,
    ...deleted.map((status): StatusDifference => {
      const cells = statusColumns.map((column) => ({ column, from: status[column] }));
      return { id: status.id, row: status.description, what: "deleted", cells };
    }),
  ];
}

/**
 * Returns the edit that makes the list as it was. It is saved like any other edit, so a status in use may need a
 * replacement, and a deleted status comes back as what it was.
 */
export function editTowards(now: readonly ListedStatus[], wanted: readonly ListedStatus[]) {
  const found = listDifferences(now, wanted);
  const cellsOf = ({ cells }: StatusDifference): Partial<StatusCells> =>
    Object.fromEntries(cells.map(({ column, to }) => [column, to]));
  const of = (what: StatusDifference["what"]) => found.filter((one) => one.what === what);
  return {
    changed: of("changed").map((one) => ({ id: one.id, cells: cellsOf(one) })),
    added: of("added").map((one) => ({ id: restoredRowId(one.id), cells: cellsOf(one) })),
    deleted: of("deleted").map(({ id }) => id),
  };
}

const restored = "restored-";

/** Returns the id, in an edit, of an added row that restores a deleted status. */
export function restoredRowId(id: string): string {
  return `${restored}${id}`;
}

/** Returns which status an added row restores, or undefined for a new one. */
export function restoredId(rowId: string): string | undefined {
  return rowId.startsWith(restored) ? rowId.slice(restored.length) : undefined;
}
