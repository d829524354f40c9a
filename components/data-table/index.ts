export { DataTable } from "./data-table";
export type { BulkAction, DataColumn, DataFilter } from "./types";
