"use client";

import { Button, Menu } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import classes from "./data-table.module.css";
import type { BulkAction } from "./types";

interface SelectionBarProps<Row> {
  actions: BulkAction<Row>[];
  selected: Row[];
  clear: () => void;
}

/** Says how many rows are selected and what can be done with them. */
export function SelectionBar<Row>({ actions, selected, clear }: SelectionBarProps<Row>) {
  const some = selected.length > 0;
  return (
    <div className={classes.selection} data-some={some}>
      <span role="status">{some && `${selected.length} selected`}</span>
      {some && (
        <button type="button" className={classes.plain} onClick={clear}>
          Clear selection
        </button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
            Actions
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {!some && <Menu.Label>Select rows first</Menu.Label>}
          {actions.map((action) => (
            <ActionItem key={action.label} action={action} selected={selected} clear={clear} />
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

function ActionItem<Row>({
  action,
  selected,
  clear,
}: Omit<SelectionBarProps<Row>, "actions"> & { action: BulkAction<Row> }) {
  const refusal = selected.length > 0 ? (action.refuse?.(selected) ?? null) : null;
  return (
    <Menu.Item
      leftSection={action.icon}
      color={action.danger ? "red" : undefined}
      disabled={selected.length === 0 || refusal !== null}
      onClick={() => action.run(selected, clear)}
    >
      {action.label}
      {refusal && <span className={classes.refusal}>{refusal}</span>}
    </Menu.Item>
  );
}
