"use client";

import { rowSelectionFeature, tableFeatures, useTable } from "@tanstack/react-table";
import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { EmptyState } from "../feedback/empty-state";
import { useStill } from "../live/still";
import classes from "./data-table.module.css";
import { HeaderCell } from "./header-cell";
import { Pager } from "./pager";
import { moveBetweenRows } from "./row-keys";
import type { SelectionBar as Bar } from "./selection-bar";
import { SortMenu } from "./sort-menu";
import { Toolbar } from "./toolbar";
import { type DataColumn, type DataTableProps, unsorted } from "./types";
import { readSort, withoutFilters, withoutPlace } from "./url-state";
import { useUrlState } from "./use-url-state";

/** Comes only with lists whose rows can be selected. */
const SelectionBar = dynamic(() =>
  import("./selection-bar").then((module) => module.SelectionBar),
) as typeof Bar;

const features = tableFeatures({ rowSelectionFeature });

/**
 * Shows rows that the server has already searched, filtered, sorted and cut into pages. Every change of search
 * (`?q=`), filters, `?sort=` and `?cursor=` is a navigation. The selection lives here: rows in sight, or everything
 * that matches. On a phone each row is a card. Arrow keys move between rows, x selects a row, and / goes to the
 * search. A client file of the route holds the columns as a constant; `types.ts` describes each prop.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const shown = useStill(props);
  return useMemo(() => <Table {...shown} />, [shown]);
}

function Table<Row extends object>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowId, rowName, actions = [], filters = [], page, grows = false } = props;
  const url = useUrlState();
  const selectable = actions.length > 0;

  const tableColumns = useMemo(
    () => columns.map((column) => ({ id: column.id, header: column.header })),
    [columns],
  );
  const table = useTable({
    features,
    columns: tableColumns,
    data: rows as (Row & Record<string, unknown>)[],
    getRowId: rowId,
    enableRowSelection: (row) => props.canSelect?.(row.original) ?? true,
  });

  const tableRows = table.getRowModel().rows;
  const selected = tableRows.filter((row) => row.getIsSelected()).map((row) => row.original);
  // The selection of everything ends when the search or a filter changes what matches.
  const [everythingAt, setEverythingAt] = useState<string | null>(null);
  const matching = withoutPlace(url.params).toString();
  const everything = selectable && everythingAt === matching;
  const clearSelection = () => {
    setEverythingAt(null);
    table.resetRowSelection(true);
  };
  const byHand = (change: (event: unknown) => void) => (event: unknown) => {
    if (everything) clearSelection();
    else change(event);
  };
  const beyondPage = props.selectsEverything && Boolean(page?.next || page?.previous);
  const sort = readSort(url.params, props.defaultSort);
  const narrowed = url.params.has("q") || filters.some(({ name }) => url.params.has(name));

  return (
    <div className={grows ? classes.shell : `${classes.shell} ${classes.bounded}`}>
      <Toolbar
        url={url}
        search={props.search}
        filters={filters}
        tools={props.tools}
        sortMenu={rows.length > 0 && <SortMenu columns={columns} sort={sort} url={url} />}
        selection={
          selectable && (
            <SelectionBar
              actions={actions}
              selection={{ rows: selected, everything, clear: clearSelection }}
              total={props.total}
              noun={props.noun ?? "row"}
              selectEverything={
                beyondPage && table.getIsAllRowsSelected() ? () => setEverythingAt(matching) : undefined
              }
            />
          )
        }
      />

      <div className={classes.frame} data-pending={url.pending}>
        <table className={classes.table} aria-label={label} aria-busy={url.pending}>
          <thead>
            <tr>
              {selectable && (
                <th scope="col" className={classes.check}>
                  <Checkbox
                    label="Select all rows"
                    checked={everything || table.getIsAllRowsSelected()}
                    partly={!everything && selected.length > 0 && !table.getIsAllRowsSelected()}
                    onChange={byHand(table.getToggleAllRowsSelectedHandler())}
                  />
                </th>
              )}
              {(rows.length > 0 ? columns : unsorted(columns)).map((column) => (
                <HeaderCell key={column.id} column={column} sort={sort} url={url} />
              ))}
            </tr>
          </thead>
          <tbody onKeyDown={moveBetweenRows}>
            {tableRows.map((row) => (
              <tr key={row.id} data-selected={everything || row.getIsSelected()}>
                {selectable && (
                  <td className={classes.check}>
                    {row.getCanSelect() && (
                      <Checkbox
                        label={`Select ${rowName(row.original)}`}
                        checked={everything || row.getIsSelected()}
                        onChange={byHand(row.getToggleSelectedHandler())}
                      />
                    )}
                  </td>
                )}
                {columns.map((column, index) => (
                  <BodyCell key={column.id} column={column} row={row.original} first={index === 0} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {rows.length === 0 &&
          (narrowed ? (
            <EmptyState
              title="Nothing matches"
              action={
                <button
                  type="button"
                  className={classes.plain}
                  onClick={() => url.go(withoutFilters(url.params, filters))}
                >
                  Clear search and filters
                </button>
              }
            >
              No row fits this search and these filters together.
            </EmptyState>
          ) : (
            props.empty
          ))}
      </div>

      <Pager label={label} url={url} page={page} shown={rows.length} total={props.total} />
    </div>
  );
}

function BodyCell<Row>({ column, row, first }: { column: DataColumn<Row>; row: Row; first: boolean }) {
  return (
    <td
      data-label={column.header}
      data-align={column.align}
      data-priority={column.priority}
      data-card={first ? "title" : column.card}
    >
      {column.cell(row)}
    </td>
  );
}

interface CheckboxProps {
  label: string;
  checked: boolean;
  partly?: boolean;
  onChange: (event: unknown) => void;
}

function Checkbox({ label, checked, partly = false, onChange }: CheckboxProps) {
  return (
    <input
      type="checkbox"
      className={classes.checkbox}
      aria-label={label}
      checked={checked}
      ref={(input) => {
        if (input) input.indeterminate = partly;
      }}
      onChange={onChange}
    />
  );
}
