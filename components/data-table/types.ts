import type { ReactNode } from "react";

/** One column, in the order a person asks: which, who, when, how far, how much. */
export interface DataColumn<Row> {
  id: string;
  header: string;
  /** What the cell shows. The first column holds the link to the row's page. */
  cell: (row: Row) => ReactNode;
  /** Key in `?sort=` (descending: `?sort=-key`). Only where the query can sort by it. */
  sort?: string;
  /** "end" for numbers and money. */
  align?: "end";
  /** CSS width; without one the column takes what it needs. */
  width?: string;
  /** Left out first where the table is narrow: "low" below 70 rem, "medium" below 60 rem. A phone shows it in its card. */
  priority?: "low" | "medium";
  /** On a phone, a row is a card: its first column is the title, "aside" stands beside it, "hidden" is left out. */
  card?: "aside" | "hidden";
}

/** Columns of a short list that is a part of a page, whose address sorts nothing. */
export function unsorted<Row>(columns: readonly DataColumn<Row>[]): DataColumn<Row>[] {
  return columns.map(({ sort: _, ...column }) => column);
}

export interface FilterOption {
  value: string;
  label: string;
}

/** A filter kept in the URL as `?name=value`, once for each value if `multiple`. */
export interface DataFilter {
  name: string;
  label: string;
  options: FilterOption[];
  multiple?: boolean;
  /** Stands in place of the menu of options, where they are too many to list; null for nothing. */
  control?: ReactNode;
}

/** The ticked rows, or every row that the search and filters match, also on other pages. */
export interface RowSelection<Row> {
  rows: Row[];
  everything: boolean;
  clear: () => void;
}

/** What can be done with the selected rows: an item of the "Actions" menu. */
export interface BulkAction<Row> {
  label: string;
  icon?: ReactNode;
  danger?: boolean;
  run: (selection: RowSelection<Row>) => void;
}

/** Opaque cursors of the neighbouring pages; each becomes `?cursor=`. */
export interface PageCursors {
  next: string | null;
  previous: string | null;
}

export interface DataTableProps<Row> {
  /** Accessible name of the table, "Orders". */
  label: string;
  /** A constant outside the component, so that it stays the same between renders. */
  columns: DataColumn<Row>[];
  rows: Row[];
  rowId: (row: Row) => string;
  /** What a row is called: its checkbox is named "Select NAME". */
  rowName: (row: Row) => string;
  /** Shown in place of the rows when there are none and nothing is filtered. */
  empty: ReactNode;
  page?: PageCursors;
  /** Exact number of rows behind all pages, if the query knows it. */
  total?: number;
  /** The order the query uses without `?sort=`, such as "-date". */
  defaultSort?: string;
  /** Accessible name of the search box, kept in `?q=`. */
  search?: string;
  filters?: DataFilter[];
  /** With any, rows get checkboxes and the table a button "Actions". */
  actions?: BulkAction<Row>[];
  /** What one row is, "order"; several add an s. */
  noun?: string;
  /** Offers to select what is on the other pages too, once all rows in sight are. */
  selectsEverything?: boolean;
  /** False for rows that cannot be selected. */
  canSelect?: (row: Row) => boolean;
  /** Stands at the right end of the tool bar. */
  tools?: ReactNode;
  /** Without, a long table scrolls inside its own frame under a header that stays. */
  grows?: boolean;
}
