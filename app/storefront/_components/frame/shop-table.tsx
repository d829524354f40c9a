import type { ReactNode } from "react";
import classes from "./shop-table.module.css";

export interface ShopColumn<Row> {
  header: string;
  cell: (row: Row) => ReactNode;
  align?: "end";
  /** Names the value in a phone's card. */
  named?: boolean;
}

interface ShopTableProps<Row> {
  label: string;
  columns: readonly ShopColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
}

/** Shows rows to be read, not worked with. On a phone each row is a card. */
export function ShopTable<Row>({ label, columns, rows, rowId }: ShopTableProps<Row>) {
  return (
    <div className={classes.frame}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ header, align }) => (
              <th key={header} scope="col" data-align={align}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowId(row)}>
              {columns.map(({ header, cell, align, named }) => (
                <td key={header} data-align={align} data-label={named ? header : undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
