"use client";

import { ActionIcon, Button } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp } from "@tabler/icons-react";
import classes from "./editable-grid.module.css";
import type { GridDraft, GridRules } from "./types";

export type GridToolbarProps = {
  draft: GridDraft;
  /** The + row holds something that Save will take along. */
  newRowTouched: boolean;
  noun: GridRules<unknown>["noun"];
  canUndo: boolean;
  canRedo: boolean;
  saving: boolean;
  onUndo: () => void;
  onRedo: () => void;
  onDiscard: () => void;
  onSave: () => void;
};

export function GridToolbar(props: GridToolbarProps) {
  const { draft, newRowTouched, noun, canUndo, canRedo, saving } = props;
  return (
    <div className={classes.toolbar}>
      <p className={classes.summary}>{summary(draft, newRowTouched, noun)}</p>
      <ActionIcon
        className={classes.step}
        aria-label="Undo"
        title="Undo (Ctrl+Z)"
        data-disabled={!canUndo || undefined}
        aria-disabled={!canUndo}
        onClick={props.onUndo}
      >
        <IconArrowBackUp size={18} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon
        className={classes.step}
        aria-label="Redo"
        title="Redo (Ctrl+Shift+Z)"
        data-disabled={!canRedo || undefined}
        aria-disabled={!canRedo}
        onClick={props.onRedo}
      >
        <IconArrowForwardUp size={18} aria-hidden="true" />
      </ActionIcon>
      <Button variant="default" onClick={props.onDiscard}>
        Discard changes
      </Button>
      {/* Never disabled, not even at work: that would take the focus away from who pressed it. */}
      <Button className={classes.save} aria-disabled={saving} onClick={props.onSave} title="Save (Ctrl+S)">
        Save
      </Button>
    </div>
  );
}

/** "2 statuses changed, 1 added", so that nobody saves more than they mean to. */
function summary(draft: GridDraft, newRowTouched: boolean, noun: GridToolbarProps["noun"]): string {
  const changed = Object.keys(draft.changed).filter((id) => !(id in draft.deleted)).length;
  const counts: [number, string][] = [
    [changed, "changed"],
    [draft.added.length + (newRowTouched ? 1 : 0), "added"],
    [Object.keys(draft.deleted).length, "deleted"],
  ];
  const some = counts.filter(([count]) => count > 0);
  const [first] = some;
  if (!first) return "No unsaved changes";
  const words = some.map(([count, word]) =>
    count === first[0] && word === first[1] ? "" : `${count} ${word}`,
  );
  const lead = `${first[0]} ${first[0] === 1 ? noun.one : noun.many} ${first[1]}`;
  return `${[lead, ...words.filter(Boolean)].join(", ")}, not saved yet`;
}
