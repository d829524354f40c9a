import type { ReactNode } from "react";

/** Describes one column. Columns stand in the order in which people ask: which, who, when, how far, how much. */
export interface DataColumn<Row> {
  id: string;
  header: string;
  /** Draws the cell. The first column holds the link to the row's page. */
  cell: (row: Row) => ReactNode;
  /** Is the key in `?sort=` (`?sort=-key` sorts descending). It is there only where the query can sort by it. */
  sort?: string;
  /** Puts numbers and money at the end. */
  align?: "end";
  /** Is a CSS width; without one the column takes what it needs. */
  width?: string;
  /**
   * Says when a narrow table drops the column: "low" below 70 rem, "medium" below 60 rem. A phone's card shows it.
   */
  priority?: "low" | "medium";
  /**
   * Places the cell in a phone's card. The first column is the title, "aside" stands beside it, "hidden" is left out.
   */
  card?: "aside" | "hidden";
}

/** Returns the columns for a short list within a page, whose address sorts nothing. */
export function unsorted<Row>(columns: readonly DataColumn<Row>[]): DataColumn<Row>[] {
  return columns.map(({ sort: _, ...column }) => column);
}

export interface FilterOption {
  value: string;
  label: string;
}

/** Describes a filter that the URL keeps as `?name=value`, once for each value if it is `multiple`. */
export interface DataFilter {
  name: string;
  label: string;
  options: FilterOption[];
  multiple?: boolean;
  /** Replaces the menu of options where there are too many to list; null shows nothing. */
  control?: ReactNode;
}

/** Holds the ticked rows, or says that it means every row that matches, also on other pages. */
export interface RowSelection<Row> {
  rows: Row[];
  everything: boolean;
  clear: () => void;
}

/** Describes what can be done with the selected rows: an item of the "Actions" menu. */
export interface BulkAction<Row> {
  label: string;
  icon?: ReactNode;
  danger?: boolean;
  run: (selection: RowSelection<Row>) => void;
}

/** Holds opaque cursors of the neighbouring pages; each becomes `?cursor=`. */
export interface PageCursors {
  next: string | null;
  previous: string | null;
}

export interface DataTableProps<Row> {
  /** Names the table for screen readers, such as "Orders". */
  label: string;
  /** Must be a constant outside the component, so that it stays the same between renders. */
  columns: DataColumn<Row>[];
  rows: Row[];
  rowId: (row: Row) => string;
  /** Returns the name of a row, whose checkbox is called "Select NAME". */
  rowName: (row: Row) => string;
  /** Replaces the rows when there are none and nothing is filtered. */
  empty: ReactNode;
  page?: PageCursors;
  /** Counts the rows of all pages, if the query knows the exact number. */
  total?: number;
  /** Is the order that the query uses without `?sort=`, such as "-date". */
  defaultSort?: string;
  /** Names the search box, whose text `?q=` keeps. */
  search?: string;
  filters?: DataFilter[];
  /** Gives the rows checkboxes and the table a button "Actions". */
  actions?: BulkAction<Row>[];
  /** Names one row, such as "order". The name of several adds an s. */
  noun?: string;
  /** Offers to select what is on the other pages too, once all rows in sight are selected. */
  selectsEverything?: boolean;
  /** Answers false for rows that cannot be selected. */
  canSelect?: (row: Row) => boolean;
  /** Stands at the right end of the tool bar. */
  tools?: ReactNode;
  /** Lets a long table grow with the page. Otherwise it scrolls in its own frame, under a header that stays. */
  grows?: boolean;
}
