"use client";

import { ActionIcon, Button } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp, IconKeyboard } from "@tabler/icons-react";
import type { ReactNode, Ref } from "react";
import { count } from "@/lib/domain/format/count";
import type { GridDraft, GridRules } from "../model/types";
import classes from "./toolbar.module.css";

export type GridToolbarProps = {
  draft: GridDraft;
  /** Says that the + row holds something that Save will take along. */
  newRowTouched: boolean;
  noun: GridRules<unknown>["noun"];
  filter: string;
  filterBox: Ref<HTMLInputElement>;
  canUndo: boolean;
  canRedo: boolean;
  saving: boolean;
  tools: ReactNode;
  onFilter: (text: string) => void;
  /** Goes into the grid. */
  onEnter: () => void;
  onKeys: () => void;
  onUndo: () => void;
  onRedo: () => void;
  onDiscard: () => void;
  onSave: () => void;
};

export function GridToolbar(props: GridToolbarProps) {
  const { draft, newRowTouched, noun, canUndo, canRedo, saving } = props;
  return (
    <div className={classes.toolbar}>
      <input
        ref={props.filterBox}
        type="search"
        className={classes.filter}
        aria-label={`Filter ${noun.many}`}
        placeholder="Filter"
        title="Filter (Ctrl+Shift+L)"
        value={props.filter}
        onChange={(event) => props.onFilter(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") props.onFilter("");
          else if (event.key !== "ArrowDown" && event.key !== "Enter") return;
          event.preventDefault();
          props.onEnter();
        }}
      />
      <p className={classes.summary}>{summary(draft, newRowTouched, noun)}</p>
      {props.tools && <span className={classes.tools}>{props.tools}</span>}
      <span className={classes.keys}>
        <IconButton label="Keys" title="Keys (?)" onClick={props.onKeys}>
          <IconKeyboard size={18} aria-hidden="true" />
        </IconButton>
      </span>
      <IconButton label="Undo" title="Undo (Ctrl+Z)" off={!canUndo} onClick={props.onUndo}>
        <IconArrowBackUp size={18} aria-hidden="true" />
      </IconButton>
      <IconButton label="Redo" title="Redo (Ctrl+Shift+Z)" off={!canRedo} onClick={props.onRedo}>
        <IconArrowForwardUp size={18} aria-hidden="true" />
      </IconButton>
      <Button variant="default" className={classes.discard} onClick={props.onDiscard}>
        Discard changes
      </Button>
      {/* The button is never disabled, not even while it saves, since that would take the focus away from it. */}
      <Button className={classes.save} aria-disabled={saving} onClick={props.onSave} title="Save (Ctrl+S)">
        Save
      </Button>
    </div>
  );
}

type IconButtonProps = {
  label: string;
  title: string;
  off?: boolean;
  onClick: () => void;
  children: ReactNode;
};

function IconButton({ label, title, off = false, onClick, children }: IconButtonProps) {
  return (
    <ActionIcon
      className={classes.step}
      aria-label={label}
      title={title}
      data-disabled={off || undefined}
      aria-disabled={off}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  );
}

/** Counts the changes, such as "2 statuses changed, 1 added", so that nobody saves more than they mean to. */
function summary(draft: GridDraft, newRowTouched: boolean, noun: GridToolbarProps["noun"]): string {
  const changed = Object.keys(draft.changed).filter((id) => !(id in draft.deleted)).length;
  const counts: [number, string][] = [
    [changed, "changed"],
    [draft.added.length + (newRowTouched ? 1 : 0), "added"],
    [Object.keys(draft.deleted).length, "deleted"],
  ];
  const some = counts.filter(([rows]) => rows > 0);
  const [first] = some;
  if (!first) return "No unsaved changes";
  const lead = `${count(first[0], noun.one, noun.many)} ${first[1]}`;
  const others = some.slice(1).map(([rows, word]) => `${rows} ${word}`);
  return `${[lead, ...others].join(", ")}, not saved yet`;
}
