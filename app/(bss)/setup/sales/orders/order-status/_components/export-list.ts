import { toCsv, toJson } from "@/lib/domain/order-status/list-file";
import type { StatusGrid } from "./panel";

/** The saved list as a file, in the words that an import reads. */
export function exportList(rows: StatusGrid["base"], format: "csv" | "json"): void {
  const statuses = rows.flatMap(({ info }) => info ?? []);
  const text = format === "csv" ? toCsv(statuses) : toJson(statuses);
  const type = format === "csv" ? "text/csv;charset=utf-8" : "application/json";
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `order-statuses.${format}`;
  link.click();
  URL.revokeObjectURL(address);
}
