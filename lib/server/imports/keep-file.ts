import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { ImportSubject } from "@/lib/domain/import-subject";
import { type ImportFormat, importLimits } from "@/lib/domain/imports/import";
import type { ReadRow } from "@/lib/domain/imports/read-row";
import type { CreateImportInput } from "@/lib/schemas/imports";
import type { Ctx } from "../kernel/ctx";
import { read } from "../kernel/db";
import { inNameOf } from "../kernel/in-name-of";
import { insertRows } from "../kernel/insert-rows";
import { transaction } from "../kernel/transaction";
import { Check } from "./decide";
import { FileNotRead } from "./file-not-read";
import { rowsOfCsv } from "./read/csv";
import { rowsOfNdjson } from "./read/ndjson";
import type { SentFile } from "./sent-file";
import { subjectOf } from "./subjects/subjects";

/** Sets how many rows are checked and written at a time: few enough for flat memory. */
const batchSize = 500;

const readers = { csv: rowsOfCsv, ndjson: rowsOfNdjson };

/** Says what of a file was kept. */
export type KeptFile = { id: string; rows: number; failed: number };

/**
 * Reads, checks and keeps the rows of a file as it arrives, batch by batch and each in a transaction of its own, since a slow
 * sender must hold none open. The import stays in `reading` until its command takes it. @throws FileNotRead
 */
export async function keepFile(
  ctx: Ctx,
  { subject, format, fileName }: Omit<z.output<typeof CreateImportInput>, "file" | "start">,
  file: SentFile,
): Promise<KeptFile> {
  const id = randomUUID();
  const { organizationId, timeZone, locale } = ctx;
  await read(ctx).import.create({
    data: {
      ...{ organizationId, id, subject, format, fileName, timeZone, locale, createdAt: ctx.now },
      ...inNameOf(ctx),
    },
    select: { id: true },
  });
  try {
    return await keepRows(ctx, { id, subject, format }, file);
  } catch (error) {
    await read(ctx).import.deleteMany({ where: { id, state: "reading" } });
    throw error;
  }
}

type Kind = { id: string; subject: ImportSubject; format: ImportFormat };

async function keepRows(ctx: Ctx, { id, subject, format }: Kind, file: SentFile): Promise<KeptFile> {
  const kept: KeptFile = { id, rows: 0, failed: 0 };
  const check = new Check(ctx, subjectOf(subject));
  for await (const batch of batchesOf(readers[format](subject, file.texts()))) {
    const rows = await check.of(batch);
    kept.rows += rows.length;
    kept.failed += rows.filter(({ refusal }) => refusal).length;
    if (kept.rows > importLimits.rows)
      throw new FileNotRead({ reason: "too_many_rows", most: importLimits.rows });
    await transaction(ctx, (tx) => insertRows(tx, { import_rows: rows.map((row) => rowOf(ctx, id, row)) }));
  }
  if (kept.rows === 0) throw new FileNotRead({ reason: "no_rows" });
  return kept;
}

type Checked = Awaited<ReturnType<Check["of"]>>[number];

function rowOf(
  { organizationId }: Ctx,
  importId: string,
  { line, externalId, itemLines, data, plan, code, refusal }: Checked,
) {
  const state = refusal ? ("failed" as const) : ("pending" as const);
  return {
    ...{ organizationId, importId, line, externalId, data: data as object, state, plan, code },
    ...(itemLines && { itemLines }),
    ...(refusal && { refusal }),
  };
}

async function* batchesOf(rows: AsyncIterable<ReadRow>): AsyncGenerator<ReadRow[]> {
  let batch: ReadRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
