import type { GridColumn, GridProblem } from "./types";

/** Gives a problem to the row if the grid does not show its column. */
export function forCell(
  problems: readonly GridProblem[],
  columns: readonly Pick<GridColumn, "id" | "includes">[],
): GridProblem[] {
  return problems.map((problem) =>
    columnOf(problem, columns) ? problem : { ...problem, column: undefined },
  );
}

/** Returns the column whose cell shows the problem. */
export function columnOf<Column extends Pick<GridColumn, "id" | "includes">>(
  { column }: Pick<GridProblem, "column">,
  columns: readonly Column[],
): Column | undefined {
  if (column === undefined) return undefined;
  return columns.find(({ id, includes }) => id === column || includes?.(column));
}

export function sameCell(problem: GridProblem) {
  return (other: GridProblem) => other.rowId === problem.rowId && other.column === problem.column;
}

type ByRow = ReadonlyMap<string, Record<string, string>>;

/**
 * Groups problems by row and then by column, where "" is the row itself and the first problem of a cell counts. A row
 * whose problems did not change keeps the same object, so that it is not drawn again for a key elsewhere.
 */
export function problemsByRow(problems: readonly GridProblem[], before: ByRow): ByRow {
  const byRow = new Map<string, Record<string, string>>();
  for (const { rowId, column = "", message } of problems) {
    const ofRow = byRow.get(rowId) ?? {};
    ofRow[column] ??= message;
    byRow.set(rowId, ofRow);
  }
  for (const [rowId, ofRow] of byRow) {
    const known = before.get(rowId);
    if (known && same(known, ofRow)) byRow.set(rowId, known);
  }
  return byRow;
}

function same(some: Record<string, string>, others: Record<string, string>): boolean {
  const columns = Object.keys(some);
  return (
    columns.length === Object.keys(others).length &&
    columns.every((column) => some[column] === others[column])
  );
}
