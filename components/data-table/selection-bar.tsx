"use client";

import { MenuButton } from "../menu-button";
import classes from "./data-table.module.css";
import type { BulkAction } from "./types";

interface SelectionBarProps<Row> {
  actions: BulkAction<Row>[];
  selected: Row[];
  clear: () => void;
}

/** Says how many rows are selected and what can be done with them. */
export function SelectionBar<Row>({ actions, selected, clear }: SelectionBarProps<Row>) {
  const none = selected.length === 0;
  const items = actions.map(({ label, icon, danger = false, refuse, run }) => ({
    label,
    icon,
    danger,
    refusal: none ? "Select rows first." : (refuse?.(selected) ?? null),
    run: () => run(selected, clear),
  }));
  return (
    <div className={classes.selection}>
      <span role="status">{!none && `${selected.length} selected`}</span>
      {!none && (
        <button type="button" className={classes.plain} onClick={clear}>
          Clear selection
        </button>
      )}
      <MenuButton label="Actions" items={items} align="end" />
    </div>
  );
}
