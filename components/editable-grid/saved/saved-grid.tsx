"use client";

import { useMemo, useRef, useState } from "react";
import { Callout } from "../../feedback/callout";
import { Announcer } from "../editing/announcer";
import { actionColumn, useHands } from "../editing/use-hands";
import { isEmpty, newRowId } from "../model/draft";
import type { Consequences, SavedGridProps } from "../model/props";
import type { GridColumn } from "../model/types";
import { isTouched, newViewRow, rowName, type ViewRow } from "../model/view-rows";
import { GridBody } from "../table/grid-body";
import { ConsequencePanel } from "./consequence-panel";
import { LeaveQuestion } from "./leave-question";
import { Notices } from "./notices";
import { ConflictPanel, ProblemPanel } from "./panels";
import { SaveQuestion } from "./save-question";
import classes from "./saved-grid.module.css";
import { GridToolbar } from "./toolbar";
import { useConsequences } from "./use-consequences";
import { useDeletions } from "./use-deletions";
import { useFilter } from "./use-filter";
import { useGrid } from "./use-grid";
import { useShortcuts } from "./use-shortcuts";

const noConsequences: Consequences = { kind: "known", lines: [] };

/** Shows a list with its own Save. The edit is a draft until then, and a refused save keeps everything typed. */
export function SavedGrid<Info>(props: SavedGridProps<Info>) {
  const { label, rules } = props;
  const columns = props.columns as readonly GridColumn[];
  const grid = useGrid(props);
  const { state, told, inSight, firstCells } = grid;
  const { base, draft } = state;

  const newRow = useMemo(() => newViewRow<Info>(firstCells, draft.newRow), [firstCells, draft.newRow]);
  const { filter, shown, show } = useFilter(inSight, columns, rules.noun, grid.say);
  const rows = useMemo(() => [...shown, newRow], [shown, newRow]);
  const consequences = useConsequences(props.consequences, grid.pending, base);
  const nameOf = (row: ViewRow) => rowName(row as ViewRow<Info>, rules);
  const { asked, askNow, ask } = useDeletions(rules, draft, inSight, nameOf);
  const hands = useHands(grid, props.columns, rules, rows, { add: grid.add, ask });
  const { bulk, setGoTo } = hands;

  const [keys, setKeys] = useState(false);
  const filterBox = useRef<HTMLInputElement>(null);

  const save = async (confirmed?: unknown) => {
    const [first] = await grid.saveAll(confirmed);
    if (first) hands.goToProblem(first);
  };
  const discard = () => {
    if (!grid.change({ do: "discard" })) return;
    grid.forgetTold();
    grid.say(grid.dirty ? "Changes discarded. Undo brings them back." : "You have no changes to discard.");
  };
  useShortcuts({ save: () => save(), filter: () => filterBox.current?.focus() });

  // The problems are worked out anew, since typing may have mended or added some.
  const listed = grid.problems.filter(
    ({ rowId }) => told.checking === "all" || (told.checking === "new" && rowId === newRowId),
  );

  return (
    <section className={classes.shell} aria-label={`${label} list`}>
      <GridToolbar
        draft={draft}
        newRowTouched={isTouched(firstCells, draft.newRow)}
        noun={rules.noun}
        filter={filter}
        filterBox={filterBox}
        onFilter={show}
        onEnter={() => rows[0] && setGoTo({ rowId: rows[0].id, column: columns[0]?.id ?? "", edit: false })}
        onKeys={() => setKeys(true)}
        tools={props.tools?.(bulk.handle)}
        canUndo={state.past.length > 0}
        canRedo={state.future.length > 0}
        saving={grid.busy}
        onUndo={hands.undo}
        onRedo={hands.redo}
        onDiscard={discard}
        onSave={() => save()}
      />
      <Announcer news={grid.news} />
      <Notices hint={props.hint}>
        {listed.length > 0 && <ProblemPanel problems={listed} columns={columns} onGo={hands.goToProblem} />}
        {told.failure && <Callout tone="problem">{told.failure}</Callout>}
        {told.conflicts.length > 0 && (
          <ConflictPanel
            conflicts={told.conflicts}
            base={base}
            draft={draft}
            columns={columns}
            onSettle={grid.settle}
          />
        )}
        {(props.consequences || asked.length > 0) && !isEmpty(grid.pending) && (
          <ConsequencePanel
            consequences={props.consequences ? consequences : noConsequences}
            asked={asked}
            askNow={askNow}
            refused={told.checking === "all"}
            onAnswer={(rowId, answer) => grid.change({ do: "delete", rowId, answer })}
            onGo={(rowId) => setGoTo({ rowId, column: actionColumn, edit: false })}
          />
        )}
      </Notices>
      <GridBody
        label={label}
        columns={props.columns}
        rules={rules}
        rows={rows}
        problems={grid.problems}
        edit={grid}
        hands={hands}
        busy={grid.busy}
        without={shown.length === 0 && filter ? `No ${rules.noun.many} match “${filter}”.` : undefined}
        keys={keys}
        onKeys={setKeys}
      />
      {told.question && (
        <SaveQuestion
          {...told.question}
          saving={grid.busy}
          onConfirm={() => save(told.question?.confirmed)}
          onBack={grid.forgetTold}
        />
      )}
      <LeaveQuestion dirty={grid.dirty} />
    </section>
  );
}
