import { notify } from "@/components/feedback/notify";
import { statusColumns } from "@/lib/domain/order-status/list/cells";
import { toCsv, toJson } from "@/lib/domain/order-status/list/list-file";
import type { StatusGrid } from "./panel";

/** Downloads the saved list in the words that an import reads, and says if an edit is pending. */
export function exportList(grid: StatusGrid, format: "csv" | "json"): void {
  const statuses = grid.base.flatMap(({ info }) => info ?? []);
  const text = format === "csv" ? toCsv(statuses) : toJson(statuses);
  const type = format === "csv" ? "text/csv;charset=utf-8" : "application/json";
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `order-statuses.${format}`;
  link.click();
  URL.revokeObjectURL(address);
  if (isEdited(grid)) notify("The file has the list as it is saved, without your unsaved changes.");
}

function isEdited({ base, rows }: StatusGrid): boolean {
  if (rows.length !== base.length) return true;
  const saved = new Map(base.map(({ id, cells }) => [id, cells]));
  return rows.some(({ id, cells }) =>
    statusColumns.some((column) => cells[column] !== saved.get(id)?.[column]),
  );
}
