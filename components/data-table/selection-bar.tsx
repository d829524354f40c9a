"use client";

import { formatNumber } from "@/lib/domain/format/format";
import { useLocale } from "../locale";
import { MenuButton } from "../menu-button";
import classes from "./data-table.module.css";
import type { BulkAction, RowSelection } from "./types";

interface SelectionBarProps<Row> {
  actions: BulkAction<Row>[];
  selection: RowSelection<Row>;
  /** How many match, if the query knows it. */
  total?: number | undefined;
  /** Present when there is more than the page to select. */
  selectEverything?: (() => void) | undefined;
}

/** Says how many rows are selected and what can be done with them. */
export function SelectionBar<Row>({ actions, selection, total, selectEverything }: SelectionBarProps<Row>) {
  const { locale } = useLocale();
  const { rows, everything, clear } = selection;
  const none = rows.length === 0 && !everything;
  const all = total === undefined ? "all" : `all ${formatNumber(total, locale)}`;
  const items = actions.map(({ label, icon, danger = false, run }) => ({
    label,
    icon,
    danger,
    refusal: none ? "Select rows first." : null,
    run: () => run(selection),
  }));
  return (
    <div className={classes.selection}>
      <span role="status">
        {everything ? `Selected ${all} that match` : !none && `${rows.length} selected`}
      </span>
      {selectEverything && !everything && (
        <button type="button" className={classes.plain} onClick={selectEverything}>
          Select {all} that match
        </button>
      )}
      {!none && (
        <button type="button" className={classes.plain} onClick={clear}>
          Clear selection
        </button>
      )}
      <MenuButton label="Actions" items={items} align="end" />
    </div>
  );
}
