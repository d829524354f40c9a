"use client";

import { Button, Menu } from "@mantine/core";
import { IconArrowsSort } from "@tabler/icons-react";
import classes from "./data-table.module.css";
import type { DataColumn } from "./types";
import { type Sort, withSort } from "./url-state";
import type { UrlState } from "./use-url-state";

interface SortMenuProps<Row> {
  columns: DataColumn<Row>[];
  sort: Sort | null;
  url: UrlState;
}

/** Cards have no column headers to press, so a phone sorts here. */
export function SortMenu<Row>({ columns, sort, url }: SortMenuProps<Row>) {
  const sortable = columns.filter((column) => column.sort !== undefined);
  if (sortable.length === 0) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          className={classes.phoneOnly}
          leftSection={<IconArrowsSort size={14} aria-hidden="true" />}
        >
          Sort
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {sortable.map(({ id, header, sort: key = "" }) => (
          <Menu.Item key={id} onClick={() => url.go(withSort(url.params, key, sort))}>
            {header}
            {sort?.key === key && (sort.descending ? ", descending" : ", ascending")}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
