import "server-only";
import { z } from "zod";
import type { ImportSubject } from "@/lib/domain/import-subject";
import type { ImportFormat, ImportState } from "@/lib/domain/imports/import";
import { Id, listParameters, sortParameter } from "@/lib/schemas/fields";
import { read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { NotFound } from "../../kernel/errors";
import { type Page, type SortColumn, sortedKeyset } from "../../kernel/keyset";

const ListImportsInput = z
  .object({ ...listParameters, sort: sortParameter(["created"], "-created") })
  .omit({ q: true });

/** Describes an import. Its times are RFC 3339. */
export type ImportRecord = {
  id: string;
  subject: ImportSubject;
  format: ImportFormat;
  fileName: string;
  state: Exclude<ImportState, "reading">;
  /** Names the person or key in whose name it works. */
  by: string;
  createdAt: string;
  finishedAt: string | null;
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  /** Counts the rows that cannot be imported, those that the check refused among them. */
  failed: number;
};

type Row = Omit<ImportRecord, "createdAt" | "finishedAt"> & { createdAt: Date; finishedAt: Date | null };

const columns = sql`id, subject, format, file_name AS "fileName", state, by_name AS by, created_at AS "createdAt",
  finished_at AS "finishedAt", row_count AS rows, created_count AS created, updated_count AS updated,
  unchanged_count AS unchanged, failed_count AS failed`;

const sortable = {
  created: {
    key: sql`created_at`,
    keyType: "timestamptz",
    of: ({ createdAt }) => createdAt.toISOString(),
  },
} satisfies Record<string, SortColumn<Row>>;

/** Lists the organization's imports, newest first. */
export const listImports = query({
  name: "import.list",
  caller: staff("import:run"),
  input: ListImportsInput,
  async run({ ctx }, input): Promise<Page<ImportRecord>> {
    const pages = sortedKeyset(sortable, sql`id`, input);
    const rows = await read(ctx).$queryRaw<Row[]>(sql`
      SELECT ${columns} FROM imports
      WHERE organization_id = ${ctx.organizationId}::uuid AND state <> 'reading' ${pages.where} ${pages.tail}`);
    const page = pages.page(rows);
    return { ...page, rows: page.rows.map(recordOf) };
  },
});

/** Returns an import, with how far it is. @throws NotFound */
export const getImport = query({
  name: "import.get",
  caller: staff("import:run"),
  input: Id,
  async run({ ctx }, id): Promise<ImportRecord> {
    const [row] = await read(ctx).$queryRaw<Row[]>(sql`
      SELECT ${columns} FROM imports
      WHERE organization_id = ${ctx.organizationId}::uuid AND id = ${id}::uuid AND state <> 'reading'`);
    if (!row) throw new NotFound("import", id);
    return recordOf(row);
  },
});

function recordOf(row: Row): ImportRecord {
  return {
    ...row,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
