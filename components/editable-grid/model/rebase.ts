import type { GridDraft, GridRow } from "./types";

/** Holds the rows as read last, and those that are gone since but that some step of the edit still changes. */
export type Read<Info = unknown> = { rows: GridRow<Info>[]; gone: GridRow<Info>[] };

type Edited<Info> = { read: Read<Info>; draft: GridDraft; past: GridDraft[]; future: GridDraft[] };

/** Keeps a row that somebody deleted in sight as long as an edit of it is undecided. */
export function rowsRead<Info>({ rows, gone }: Read<Info>, draft: GridDraft): GridRow<Info>[] {
  const orphans = gone.filter(({ id }) => id in draft.changed);
  return orphans.length > 0 ? [...rows, ...orphans] : rows;
}

/** Puts newer rows under the whole edit, including the steps of undo and redo. */
export function withNewer<Info>(
  rows: GridRow<Info>[],
  { read, draft, past, future }: Edited<Info>,
): Edited<Info> {
  const there = new Set(rows.map(({ id }) => id));
  const prune = (one: GridDraft) => withoutVanished(one, there);
  const steps = { draft: prune(draft), past: past.map(prune), future: future.map(prune) };
  const changed = new Set(
    [steps.draft, ...steps.past, ...steps.future].flatMap((one) => Object.keys(one.changed)),
  );
  const gone = [...read.rows, ...read.gone].filter(({ id }) => !there.has(id) && changed.has(id));
  return { ...steps, read: { rows, gone } };
}

/** Forgets deletions of rows that are gone already. */
export function withoutVanished(draft: GridDraft, there: ReadonlySet<string>): GridDraft {
  const vanished = new Set(Object.keys(draft.deleted).filter((id) => !there.has(id)));
  if (vanished.size === 0) return draft;
  const kept = <Value>(part: Record<string, Value>) =>
    Object.fromEntries(Object.entries(part).filter(([id]) => !vanished.has(id)));
  return { ...draft, changed: kept(draft.changed), deleted: kept(draft.deleted) };
}
