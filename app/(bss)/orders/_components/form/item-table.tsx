"use client";

import table from "@/components/data-table/data-table.module.css";
import { ItemRow } from "./item-row";
import classes from "./item-table.module.css";
import type { Problems } from "./use-order-form";
import type { FormItem } from "./values";

interface ItemTableProps {
  items: FormItem[];
  accountId: string | undefined;
  currency: string;
  locked: boolean;
  problems: Problems;
  onChange: (key: string, change: Partial<FormItem>) => void;
  onRemove: (key: string) => void;
}

export function ItemTable({ items, locked, problems, ...row }: ItemTableProps) {
  if (items.length === 0) return null;
  return (
    <div className={`${table.frame} ${classes.frame}`}>
      <table className={`${table.table} ${classes.items}`} aria-label="Items">
        <thead>
          <tr>
            <th scope="col">Product</th>
            <th scope="col">Type</th>
            <th scope="col" data-align="end">
              Quantity
            </th>
            <th scope="col" data-align="end">
              Unit price
            </th>
            <th scope="col" data-align="end">
              Discount
            </th>
            <th scope="col" data-align="end">
              Total with tax
            </th>
            {!locked && (
              <th scope="col">
                <span className={classes.hidden}>Remove</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <ItemRow
              key={item.key}
              item={item}
              locked={locked}
              problems={JSON.stringify(ofRow(problems, item.key))}
              {...row}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ofRow(problems: Problems, key: string): Record<string, string> {
  const own = Object.entries(problems).filter(([path]) => path.startsWith(`${key}.`));
  return Object.fromEntries(own.map(([path, message]) => [path.slice(key.length + 1), message]));
}
