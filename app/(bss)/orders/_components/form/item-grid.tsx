"use client";

import { useEffect, useMemo } from "react";
import { EditableGrid } from "@/components/editable-grid";
import { useLocale } from "@/components/format/locale";
import { itemColumns } from "./item-columns";
import { needsDetails } from "./item-details";
import { itemOf, itemProblems, rowOf, unreadCells } from "./item-rows";
import { itemRules, lockedItemRules } from "./item-rules";
import type { LineOf } from "./use-figures";
import type { FormItem, Problems } from "./values";

interface ItemGridProps {
  items: FormItem[];
  accountId: string | undefined;
  currency: string;
  /** Says that only configuration values can be changed. */
  locked: boolean;
  problems: Problems;
  busy: boolean;
  lineOf: LineOf;
  onChange: (items: FormItem[]) => void;
}

/** Edits the items of an order as in a spreadsheet. The form keeps and saves them. */
export function ItemGrid(props: ItemGridProps) {
  const { items, accountId, currency, locked, problems, busy, lineOf, onChange } = props;
  const { locale } = useLocale();
  const details = items.some(needsDetails);
  const columns = useMemo(
    () => itemColumns({ currency, locale, accountId, locked, details, lineOf }),
    [currency, locale, accountId, locked, details, lineOf],
  );
  useEffect(() => {
    // The order's page links here, to the first value that is missing.
    if (location.hash === "#missing") document.querySelector<HTMLElement>("[data-missing]")?.focus();
  }, []);
  return (
    <EditableGrid
      label="Items"
      columns={columns}
      rules={locked ? lockedItemRules : itemRules}
      value={items.map(rowOf)}
      onChange={(rows) => onChange(rows.map(itemOf))}
      problems={itemProblems(problems, items, unreadCells(items, { locale, currency }))}
      busy={busy}
    />
  );
}
