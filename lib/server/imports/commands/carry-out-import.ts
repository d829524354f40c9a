import "server-only";
import { randomUUID } from "node:crypto";
import { ZodError, z } from "zod";
import type { ImportRefusal } from "@/lib/domain/imports/refusal";
import { Id } from "@/lib/schemas/fields";
import type { Ctx } from "../../kernel/ctx";
import type { Tx } from "../../kernel/db";
import { machine } from "../../kernel/definition/caller";
import { task } from "../../kernel/definition/task";
import { Conflict, Forbidden } from "../../kernel/errors";
import { log } from "../../kernel/log";
import { isUniqueViolation } from "../../kernel/transaction";
import {
  type Attempt,
  DecidedElsewhere,
  type Left,
  loadRunning,
  markAllCreated,
  markDone,
  markLeft,
  markNotAllowed,
  type PendingRow,
  pendingAfter,
  takeUp,
  tally,
} from "../attempt";
import { decide, type Lookup, lookUp } from "../decide";
import type { Mark, Subject } from "../subjects/subject";
import { subjectOf } from "../subjects/subjects";

/** Sets how often progress is written, and thereby shown to people who look at it. */
const tallyAfterMs = 500;
/** Limits how often a row is decided anew because somebody else changed what it is about. */
const tries = 3;

/**
 * Imports the rows of a file for the worker until none is left, the import is canceled or another worker takes it up. A row's
 * work and its mark are one transaction, so that a killed import goes on later, repeats nothing and leaves nothing out.
 */
export const carryOutImport = task({
  name: "import",
  caller: machine("system", "import:run"),
  input: z.strictObject({ importId: Id }),
  run: ({ ctx }, { importId }) => carryOut(ctx.organizationId, importId),
});

async function carryOut(organization: string, importId: string): Promise<"finished" | "left"> {
  const attempt = await takeUp(organization, importId);
  if (!attempt) return "left";
  let line = 0;
  let talliedAt = Date.now();
  for (;;) {
    const running = await loadRunning(attempt);
    if (running && !running.ctx) await markNotAllowed(attempt, running.byName);
    const rows = running?.ctx ? await pendingAfter(attempt, line) : [];
    const last = rows.at(-1);
    if (!running?.ctx || !last) {
      await tally(attempt, { ends: true });
      return running ? "finished" : "left";
    }
    // Each thing that the import makes names it as the request that made it.
    const ctx = { ...running.ctx, requestId: importId };
    await importRows(attempt, ctx, subjectOf(running.subject), rows);
    line = last.line;
    if (Date.now() - talliedAt < tallyAfterMs) continue;
    talliedAt = Date.now();
    await tally(attempt);
  }
}

async function importRows(
  attempt: Attempt,
  ctx: Ctx,
  subject: Subject,
  rows: readonly PendingRow[],
): Promise<void> {
  const lookup = await lookUp(ctx, subject, rows);
  const created = await createTogether(attempt, ctx, subject, rows, lookup);
  const left: Left[] = [];
  for (const row of rows) {
    if (created.has(row)) continue;
    const outcome = await importRow(attempt, { ...ctx, now: new Date() }, subject, row, lookup);
    if (outcome) left.push(outcome);
  }
  await markLeft(attempt, left);
}

/**
 * Creates what the rows describe in one transaction, where the subject can, and returns those rows. If anything is wrong with
 * one of them it creates none, so that each is tried alone and the one that is at fault stops no other.
 */
async function createTogether(
  { importId }: Attempt,
  ctx: Ctx,
  subject: Subject,
  rows: readonly PendingRow[],
  lookup: Lookup,
): Promise<Set<PendingRow>> {
  const fresh = rows.filter((row) => decide(ctx, subject, row, lookup).plan === "create");
  if (!subject.createAll || fresh.length < 2) return new Set();
  const markAll = (tx: Tx, codes: readonly string[]) =>
    markAllCreated(
      tx,
      ctx,
      importId,
      fresh.map(({ line }, at) => ({ line, code: codes[at] ?? "" })),
    );
  try {
    const done = await subject.createAll(ctx, fresh, lookup.found, markAll);
    return new Set(done.ok ? fresh : []);
  } catch (error) {
    log.warn({ err: error, event: "import", importId }, "Rows of an import are tried one by one");
    return new Set();
  }
}

/** Imports one row, and returns what is still to be written of it if it changed nothing. */
async function importRow(
  attempt: Attempt,
  ctx: Ctx,
  subject: Subject,
  row: PendingRow,
  known: Lookup,
): Promise<Left | null> {
  const { line } = row;
  const failed = (refusal: ImportRefusal): Left => ({ line, code: null, refusal });
  let lookup = known;
  for (let attempted = 1; ; attempted++) {
    try {
      return await once(attempt, ctx, subject, row, lookup);
    } catch (error) {
      if (error instanceof DecidedElsewhere) return null;
      if (error instanceof Forbidden) return failed({ reason: "not_allowed", who: ctx.actor.name });
      if (error instanceof ZodError) return failed({ reason: "not_accepted" });
      const meanwhile = error instanceof Conflict || isUniqueViolation(error);
      if (meanwhile && attempted < tries) {
        lookup = await lookUp(ctx, subject, [row]);
        continue;
      }
      const id = randomUUID().slice(0, 8);
      log.error(
        { err: error, id, event: "import", importId: attempt.importId, line },
        "A row of an import failed",
      );
      return failed({ reason: "failed_here", error: id });
    }
  }
}

async function once(
  { importId }: Attempt,
  ctx: Ctx,
  subject: Subject,
  { line, externalId, data }: PendingRow,
  lookup: Lookup,
): Promise<Left | null> {
  const { found } = lookup;
  const decision = decide(ctx, subject, { externalId, data }, lookup);
  if (decision.plan === null) return { line, code: null, refusal: decision.refusal };
  const { plan, there } = decision;
  if (plan === "keep") return { line, code: there.code, refusal: null };
  const mark =
    (state: "created" | "updated"): Mark =>
    (tx, { code, where }) =>
      markDone(tx, ctx, subject.table, { importId, line, externalId, state, code, where });
  if (plan === "update" && !subject.update) throw new Error(`Nothing updates ${subject.table}`);
  const done = await (plan === "create" || !subject.update
    ? subject.create(ctx, data, found, mark("created"))
    : subject.update(ctx, there, data, found, mark("updated")));
  if (!done.ok) return { line, code: null, refusal: { reason: "refused", refusal: done.refusal } };
  if (done.value.id) found.addAccount(externalId, done.value.id);
  return null;
}
