"use client";

import { count } from "@/lib/domain/format/count";
import { useLocale } from "../format/locale";
import { MenuButton } from "../layout/menu-button";
import classes from "./data-table.module.css";
import type { BulkAction, RowSelection } from "./types";

interface SelectionBarProps<Row> {
  actions: BulkAction<Row>[];
  selection: RowSelection<Row>;
  /** Names one row, such as "order". */
  noun: string;
  /** Counts what matches, if the query knows it. */
  total?: number | undefined;
  /** Selects what is on the other pages too; it is present only where there are any. */
  selectEverything?: (() => void) | undefined;
}

/** Says how many rows are selected and what can be done with them. */
export function SelectionBar<Row>(props: SelectionBarProps<Row>) {
  const { actions, selection, total, noun, selectEverything } = props;
  const { locale } = useLocale();
  const { rows, everything, clear } = selection;
  const none = rows.length === 0 && !everything;
  const counted = (rows: number) => count(rows, noun, `${noun}s`, locale);
  const all = total === undefined ? `all matching ${noun}s` : `all ${counted(total)}`;
  const chosen = everything ? total : rows.length;
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
        {!none && `${chosen === undefined ? `All matching ${noun}s` : counted(chosen)} selected`}
      </span>
      {selectEverything && !everything && (
        <button type="button" className={classes.plain} onClick={selectEverything}>
          Select {all}
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
