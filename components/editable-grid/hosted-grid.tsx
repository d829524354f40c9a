"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Announcer } from "./editing/announcer";
import { useEdit } from "./editing/use-edit";
import { useHands } from "./editing/use-hands";
import classes from "./hosted-grid.module.css";
import { emptyDraft } from "./model/draft";
import { forCell } from "./model/problems";
import type { HostedGridProps } from "./model/props";
import type { GridRow } from "./model/types";
import { GridBody } from "./table/grid-body";

/**
 * Edits rows that a form keeps, checks and saves with everything else. None of them is saved yet, so a deleted one is
 * gone at once. Undo also knows what the form did to them.
 */
export function HostedGrid<Info>(props: HostedGridProps<Info>) {
  const { value, onChange, rules, columns, busy = false } = props;
  const edit = useEdit<Info>(nothingRead, { ...emptyDraft, added: value });
  const { inSight, dispatch, setBusy } = edit;
  const added = edit.state.draft.added as GridRow<Info>[];
  const hands = useHands(edit, columns, rules, inSight);
  const [keys, setKeys] = useState(false);

  /** Lists what the form was told and has not given back yet. The last entry is how the rows are now. */
  const sent = useRef([value]);
  const onEdit = useEffectEvent((rows: GridRow<Info>[]) => {
    if (sameRows(rows, sent.current.at(-1) ?? [])) return;
    sent.current.push(rows);
    onChange(rows);
  });
  useEffect(() => onEdit(added), [added]);
  const onGiven = useEffectEvent((rows: GridRow<Info>[]) => {
    // The form may be a step behind, and gives back what came from here.
    const at = sent.current.findIndex((before) => sameRows(rows, before));
    if (at >= 0) {
      sent.current.splice(0, at);
      return;
    }
    sent.current = [rows];
    dispatch({ do: "apply", edit: { afresh: true, added: rows } });
  });
  useEffect(() => onGiven(value), [value]);
  const onBusy = useEffectEvent((now: boolean) => setBusy(now));
  useEffect(() => onBusy(busy), [busy]);

  return (
    <div className={classes.hosted}>
      <Announcer news={edit.news} />
      <GridBody
        label={props.label}
        columns={columns}
        rules={rules}
        rows={inSight}
        problems={forCell(props.problems, columns)}
        edit={edit}
        hands={hands}
        busy={busy}
        keys={keys}
        onKeys={setKeys}
        hosted
      />
    </div>
  );
}

const nothingRead: never[] = [];

function sameRows<Row>(some: readonly Row[], others: readonly Row[]): boolean {
  return some.length === others.length && some.every((row, i) => row === others[i]);
}
