"use client";

import { Button, Radio } from "@mantine/core";
import type { ReactNode, Ref } from "react";
import { Callout } from "@/components/feedback/callout";
import type { MergeConflict, Side } from "@/components/form/merge";
import classes from "./merge-alert.module.css";

interface MergeAlertProps {
  ref: Ref<HTMLDivElement>;
  /** Tells the person and the change, where they are known. */
  children?: ReactNode;
  what: string;
  /** Says that their values have been read, so that both can be joined. */
  ready: boolean;
  conflicts: readonly MergeConflict[];
  taken: readonly string[];
  choices: Readonly<Record<string, Side>>;
  onChoose: (field: string, side: Side) => void;
  onSave: () => void;
  onDiscard: () => void;
}

/** Joins my values with those that somebody else saved meanwhile, and asks only about fields that both changed. */
export function MergeAlert(props: MergeAlertProps) {
  const { ref, what, ready, conflicts, taken, choices } = props;
  return (
    <Callout ref={ref} tone="change">
      <div className={classes.parts}>
        <p>
          {what} was changed by somebody else in the meantime. Nothing was saved; what you typed is still
          here.
        </p>
        {props.children}
        {taken.length > 0 && <p>Saving also keeps their change of {taken.join(", ")}.</p>}
        {conflicts.map(({ field, label, mine, theirs }) => (
          <Radio.Group
            key={field}
            label={`You both changed ${label}`}
            value={choices[field] ?? "mine"}
            onChange={(side) => props.onChoose(field, side as Side)}
          >
            <div className={classes.sides}>
              <Radio value="mine" label={`Mine: ${inWords(mine)}`} />
              <Radio value="theirs" label={`Theirs: ${inWords(theirs)}`} />
            </div>
          </Radio.Group>
        ))}
        <div className={classes.buttons}>
          <Button size="compact-sm" variant="default" disabled={!ready} onClick={props.onSave}>
            Save mine over it
          </Button>
          <Button size="compact-sm" variant="default" onClick={props.onDiscard}>
            Discard mine and reload
          </Button>
        </div>
      </div>
    </Callout>
  );
}

function inWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return "empty";
  if (typeof value === "boolean") return value ? "on" : "off";
  if (Array.isArray(value)) return value.map(inWords).join(", ") || "empty";
  if (typeof value === "object")
    return "name" in value ? String(value.name) : Object.values(value).map(inWords).join(", ");
  return String(value);
}
