"use client";

import { IconArrowsSort } from "@tabler/icons-react";
import { MenuButton } from "../layout/menu-button";
import classes from "./data-table.module.css";
import type { DataColumn } from "./types";
import { type Sort, withSort } from "./url-state";
import type { UrlState } from "./use-url-state";

interface SortMenuProps<Row> {
  columns: DataColumn<Row>[];
  sort: Sort | null;
  url: UrlState;
}

/** Sorts on a phone, whose cards have no column headers to press. */
export function SortMenu<Row>({ columns, sort, url }: SortMenuProps<Row>) {
  const items = columns.flatMap(({ header, sort: key }) => {
    if (key === undefined) return [];
    const direction = sort?.key !== key ? "" : sort.descending ? ", descending" : ", ascending";
    return [{ label: header + direction, run: () => url.go(withSort(url.params, key, sort)) }];
  });
  if (items.length === 0) return null;
  const icon = <IconArrowsSort size={14} aria-hidden="true" />;
  return <MenuButton label="Sort" items={items} icon={icon} className={classes.phoneOnly} />;
}
