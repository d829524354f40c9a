export { DataTable } from "./data-table";
export type { DataColumn, DataFilter, RowSelection } from "./types";
export { unsorted } from "./types";
