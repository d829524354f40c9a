"use client";

import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import classes from "./data-table.module.css";
import type { DataColumn } from "./types";
import { type Sort, withSort } from "./url-state";
import type { UrlState } from "./use-url-state";

interface HeaderCellProps<Row> {
  column: DataColumn<Row>;
  sort: Sort | null;
  url: UrlState;
}

export function HeaderCell<Row>({ column, sort, url }: HeaderCellProps<Row>) {
  const sorted = column.sort !== undefined && sort?.key === column.sort;
  const direction = sorted ? (sort.descending ? "descending" : "ascending") : undefined;

  return (
    <th
      scope="col"
      style={{ width: column.width }}
      data-align={column.align}
      data-priority={column.priority}
      aria-sort={direction}
    >
      {column.sort ? (
        <SortButton column={column} sortKey={column.sort} sort={sort} url={url} />
      ) : (
        column.header
      )}
    </th>
  );
}

function SortButton<Row>({ column, sortKey, sort, url }: HeaderCellProps<Row> & { sortKey: string }) {
  const Arrow = sort?.descending ? IconArrowDown : IconArrowUp;
  return (
    <button
      type="button"
      className={classes.sort}
      onClick={() => url.go(withSort(url.params, sortKey, sort))}
    >
      {column.header}
      <Arrow size={14} aria-hidden="true" className={classes.arrow} data-on={sort?.key === sortKey} />
    </button>
  );
}
