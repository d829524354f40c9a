import { storefrontTypeLabels, typeLabels } from "../combination";
import type { StatusCells, StatusColumn } from "./cells";

/** Returns what a cell holds in the words of the screen. */
export function cellWord(column: StatusColumn, value: StatusCells[StatusColumn]): string {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  const labels: Partial<Record<StatusColumn, Record<string, string>>> = {
    type: typeLabels,
    storefrontType: storefrontTypeLabels,
  };
  return labels[column]?.[value] ?? String(value);
}
