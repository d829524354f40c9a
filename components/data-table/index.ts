export { DataTable } from "./data-table";
export type {
  BulkAction,
  DataColumn,
  DataFilter,
  DataTableProps,
  FilterOption,
  PageCursors,
} from "./types";
