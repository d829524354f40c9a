import "server-only";
import type { ImportSubject } from "@/lib/domain/import-subject";
import type { ImportRefusal } from "@/lib/domain/imports/refusal";
import type { Ctx } from "../kernel/ctx";
import { Prisma, sql, type Tx, unscoped } from "../kernel/db";
import { ctxInNameOf } from "../kernel/in-name-of";
import type { RowData, Subject } from "./subjects/subject";

/** Sets how many rows are taken at a time: few enough to notice a cancellation quickly, and enough to cost little. */
const batchSize = 64;

/** Identifies an import that one worker carries out. A worker that takes it up later gets a higher number. */
export type Attempt = { organizationId: string; importId: string; number: number };

/** Describes the present state of the import. `ctx` is null if the person or key may do nothing any more. */
export type Running = { id: string; subject: ImportSubject; byName: string; ctx: Ctx | null };

export type PendingRow = { line: number; externalId: string; data: RowData };

/** Takes a running import away from any other worker. Returns null if it has ended. */
export async function takeUp(organization: string, importId: string): Promise<Attempt | null> {
  const [taken] = await unscoped().$queryRaw<{ attempt: number }[]>(sql`
    UPDATE imports SET attempt = attempt + 1
    WHERE organization_id = ${organization}::uuid AND id = ${importId}::uuid AND state = 'running' RETURNING attempt`);
  return taken ? { organizationId: organization, importId, number: taken.attempt } : null;
}

/** Returns the import, or null if it has ended or another worker has taken it up. */
export async function loadRunning({ organizationId, importId, number }: Attempt): Promise<Running | null> {
  const found = await unscoped().import.findUnique({
    where: { organizationId_id: { organizationId, id: importId }, state: "running", attempt: number },
  });
  if (!found) return null;
  const { id, subject, byName } = found;
  return { id, subject, byName, ctx: await ctxInNameOf(found, new Date()) };
}

/** Returns the next rows behind this line that are still to be imported. */
export async function pendingAfter(
  { organizationId, importId }: Attempt,
  line: number,
): Promise<PendingRow[]> {
  return unscoped().$queryRaw<PendingRow[]>(sql`
    SELECT line, external_id AS "externalId", data FROM import_rows
    WHERE organization_id = ${organizationId}::uuid AND import_id = ${importId}::uuid AND state = 'pending' AND line > ${line}
    ORDER BY line LIMIT ${batchSize}`);
}

/** Tells the transaction of a row that another worker has decided it, so that it is rolled back. */
export class DecidedElsewhere extends Error {
  override name = "DecidedElsewhere";
}

type Done = {
  importId: string;
  line: number;
  externalId: string;
  state: "created" | "updated";
  code: string;
  /** Finds what was created, to keep the external id there. */
  where: Prisma.Sql | null;
};

/** Marks a row in the transaction that has done its work. @throws DecidedElsewhere */
export async function markDone(tx: Tx, ctx: Ctx, table: Subject["table"], done: Done): Promise<void> {
  const { importId, line, externalId, state, code, where } = done;
  const mark = sql`
    UPDATE import_rows SET state = ${state}::import_row_state, code = ${code}
    WHERE organization_id = ${ctx.organizationId}::uuid AND import_id = ${importId}::uuid AND line = ${line}
      AND state = 'pending'`;
  const marked = await tx.$executeRaw(
    where
      ? sql`
        WITH marked AS (${mark} RETURNING line)
        UPDATE ${Prisma.raw(table)} SET external_id = ${externalId}
        FROM marked WHERE organization_id = ${ctx.organizationId}::uuid AND ${where}`
      : mark,
  );
  if (marked === 0) throw new DecidedElsewhere();
}

/** Marks the created ones of many rows in the transaction that has created them. @throws DecidedElsewhere */
export async function markAllCreated(
  tx: Tx,
  ctx: Ctx,
  importId: string,
  rows: readonly { line: number; code: string }[],
): Promise<void> {
  const marked = await tx.$executeRaw(sql`
    UPDATE import_rows SET state = 'created', code = v.code
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS v(line int, code text)
    WHERE organization_id = ${ctx.organizationId}::uuid AND import_id = ${importId}::uuid
      AND import_rows.line = v.line AND state = 'pending'`);
  if (marked < rows.length) throw new DecidedElsewhere();
}

export type Left = { line: number; code: string | null; refusal: ImportRefusal | null };

/** Marks rows that changed nothing: as unchanged, or as failed with the reason. */
export async function markLeft(attempt: Attempt, left: readonly Left[]): Promise<void> {
  if (left.length === 0) return;
  await unscoped().$executeRaw(sql`
    UPDATE import_rows SET state = CASE WHEN v.refusal IS NULL THEN 'unchanged' ELSE 'failed' END::import_row_state,
      code = coalesce(v.code, import_rows.code), refusal = v.refusal
    FROM jsonb_to_recordset(${JSON.stringify(left)}::jsonb) AS v(line int, code text, refusal jsonb)
    WHERE organization_id = ${attempt.organizationId}::uuid AND import_id = ${attempt.importId}::uuid
      AND import_rows.line = v.line AND state = 'pending'`);
}

/** Marks all rows that are left as refused, because the person or key may do nothing any more. */
export async function markNotAllowed(attempt: Attempt, who: string): Promise<void> {
  const refusal: ImportRefusal = { reason: "not_allowed", who };
  await unscoped().$executeRaw(sql`
    UPDATE import_rows SET state = 'failed', refusal = ${JSON.stringify(refusal)}::jsonb
    WHERE organization_id = ${attempt.organizationId}::uuid AND import_id = ${attempt.importId}::uuid AND state = 'pending'`);
}

/**
 * Counts the rows by their state, and thereby shows people how far the import is. The index of one import has at most
 * 100,000 of them, so that what a worker that died has done is counted too. Ends the import if every row is decided.
 */
export async function tally(attempt: Attempt, { ends = false } = {}): Promise<void> {
  const whole = sql`${ends} AND counts.pending = 0 AND imports.state = 'running'`;
  await unscoped().$executeRaw(sql`
    UPDATE imports SET created_count = counts.created, updated_count = counts.updated,
      unchanged_count = counts.unchanged, failed_count = counts.failed,
      state = CASE WHEN ${whole} THEN 'finished' ELSE imports.state END,
      finished_at = CASE WHEN ${whole} THEN ${new Date()} ELSE imports.finished_at END
    FROM (
      SELECT count(*) FILTER (WHERE state = 'pending') AS pending, count(*) FILTER (WHERE state = 'created') AS created,
        count(*) FILTER (WHERE state = 'updated') AS updated, count(*) FILTER (WHERE state = 'unchanged') AS unchanged,
        count(*) FILTER (WHERE state = 'failed') AS failed
      FROM import_rows
      WHERE organization_id = ${attempt.organizationId}::uuid AND import_id = ${attempt.importId}::uuid
    ) AS counts
    WHERE organization_id = ${attempt.organizationId}::uuid AND id = ${attempt.importId}::uuid
      AND state IN ('running', 'canceled') AND attempt = ${attempt.number}`);
}
