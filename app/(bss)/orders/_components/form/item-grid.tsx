"use client";

import { useMemo } from "react";
import { EditableGrid } from "@/components/editable-grid";
import { itemColumns } from "./item-columns";
import { needsDetails } from "./item-details";
import { itemOf, itemProblems, rowOf } from "./item-rows";
import { itemRules, lockedItemRules } from "./item-rules";
import type { FormItem, Problems } from "./values";

interface ItemGridProps {
  items: FormItem[];
  accountId: string | undefined;
  currency: string;
  /** Only configuration values can be changed. */
  locked: boolean;
  problems: Problems;
  busy: boolean;
  onChange: (items: FormItem[]) => void;
}

/** The items of an order, edited as in a spreadsheet; the form keeps and saves them. */
export function ItemGrid({ items, accountId, currency, locked, problems, busy, onChange }: ItemGridProps) {
  const details = items.some(needsDetails);
  const columns = useMemo(
    () => itemColumns({ currency, accountId, locked, details }),
    [currency, accountId, locked, details],
  );
  if (items.length === 0) return null;
  return (
    <EditableGrid
      label="Items"
      columns={columns}
      rules={locked ? lockedItemRules : itemRules}
      value={items.map(rowOf)}
      onChange={(rows) => onChange(rows.map(itemOf))}
      problems={itemProblems(problems, items)}
      busy={busy}
    />
  );
}
