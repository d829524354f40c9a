"use client";

import { Button } from "@mantine/core";
import { type ChangeEvent, useState } from "react";
import { SidePanel } from "@/components/dialog/side-panel";
import { ProblemText } from "@/components/feedback/problem-text";
import { statusColumnLabels } from "@/lib/domain/order-status/list/cells";
import { type ImportedRow, type ImportPlan, planImport } from "@/lib/domain/order-status/list/import";
import { usageOf } from "@/lib/domain/order-status/list/list";
import { mostBytes, readListFile, tooLarge } from "@/lib/domain/order-status/list/list-file";
import { ok, type Result } from "@/lib/domain/values/result";
import { fromCells } from "../rows";
import type { PanelProps, StatusGrid } from "./panel";
import classes from "./panels.module.css";

type Read = { plan: ImportPlan; guessedEncoding: boolean };

const outcomes = { added: "Added", changed: "Changed", same: "Same", refused: "Refused" };

/** Shows what each row of a file would do before the rows are added to the edit. It saves nothing. */
export default function ImportPanel({ grid, onClose }: PanelProps) {
  const [read, setRead] = useState<Result<Read, string> | null>(null);
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    setRead(file ? await planOf(file, grid.base) : null);
  };

  return (
    <SidePanel title="Import" onClose={onClose}>
      <label className={classes.file}>
        <span>CSV or JSON file</span>
        <input type="file" accept=".csv,.tsv,.txt,.json,text/csv,application/json" onChange={choose} />
      </label>
      <p className={classes.note}>
        Use the columns of an exported file, with one status per row. We find a status by its ID or else by
        its description. Statuses that the file doesn't name stay as they are.
      </p>
      <div aria-live="polite">
        {read && !read.ok && <ProblemText>{read.refusal}</ProblemText>}
        {read?.ok && <Preview {...read.value} onTake={() => take(read.value.plan, grid, onClose)} />}
      </div>
    </SidePanel>
  );
}

/** Reads a file, unless it is too large for any list. */
async function planOf(file: File, base: StatusGrid["base"]): Promise<Result<Read, string>> {
  if (file.size > mostBytes) return { ok: false, refusal: tooLarge(file.size) };
  const read = readListFile(new Uint8Array(await file.arrayBuffer()));
  if (!read.ok) return read;
  const statuses = base.flatMap(({ info }) => info ?? []);
  const { rows, guessedEncoding } = read.value;
  return ok({ plan: planImport(statuses, usageOf(statuses), rows), guessedEncoding });
}

function take({ edit }: ImportPlan, grid: StatusGrid, onClose: () => void): void {
  onClose();
  grid.apply(
    {
      afresh: true,
      changed: edit.changed.map(({ id, cells }) => ({ rowId: id, cells: fromCells(cells) })),
      added: edit.added.map(({ id, cells }) => ({ id, cells: fromCells(cells) })),
    },
    `Imported: ${edit.changed.length} changed, ${edit.added.length} added. Save to keep them.`,
  );
}

function Preview({ plan: { rows, edit }, guessedEncoding, onTake }: Read & { onTake: () => void }) {
  const counts = (Object.keys(outcomes) as ImportedRow["outcome"][]).map(
    (outcome) => `${rows.filter((row) => row.outcome === outcome).length} ${outcome}`,
  );
  const anything = edit.changed.length + edit.added.length > 0;
  return (
    <>
      <p className={classes.counts}>{counts.join(", ")}</p>
      {guessedEncoding && (
        <p>
          This file isn't UTF-8, so we read it as Windows-1252. Check letters with accents before you save.
        </p>
      )}
      {anything ? (
        <p className={classes.actions}>
          <Button onClick={onTake}>Add to the list</Button>
          <span className={classes.note}>This replaces your unsaved changes. Undo brings them back.</span>
        </p>
      ) : (
        <p className={classes.note}>The file changes nothing in the list.</p>
      )}
      <table className={classes.preview} aria-label="Preview">
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Status</th>
            <th scope="col">Result</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.place} data-outcome={row.outcome}>
              <td>{row.place}</td>
              <td>{row.row}</td>
              <td>
                <b>{outcomes[row.outcome]}</b>
                {row.why && <span className={classes.why}>{row.why}</span>}
                {row.columns && (
                  <span className={classes.why}>
                    {row.columns.map((column) => statusColumnLabels[column]).join(", ")}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
