import "server-only";
import { z } from "zod";
import type { ImportSubject } from "@/lib/domain/import-subject";
import { importRowStates } from "@/lib/domain/imports/import";
import { type CsvCell, csvHeading, csvRow } from "@/lib/domain/values/csv";
import { Id, listParameters } from "@/lib/schemas/fields";
import type { Ctx } from "../../kernel/ctx";
import { read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { NotFound } from "../../kernel/errors";
import { filter, keyset, type Page } from "../../kernel/keyset";
import { type ImportRow, type StoredRow, tellRow } from "../tell-row";

const ListImportRowsInput = z
  .object({
    ...listParameters,
    importId: Id,
    /** Leaves out rows in other states. */
    state: z.enum(importRowStates).optional().catch(undefined),
  })
  .omit({ q: true });

/** Lists the rows of an import by their lines: before it runs what the check expects, and then what became of them. @throws NotFound */
export const listImportRows = query({
  name: "import.list-rows",
  caller: staff("import:run"),
  input: ListImportRowsInput,
  async run({ ctx }, { importId, state, cursor, limit }): Promise<Page<ImportRow>> {
    const subject = await subjectOfImport(ctx, importId);
    const line = sql`line::bigint`;
    const pages = keyset({ key: line, keyType: "bigint", id: line, idType: "bigint" }, { cursor, limit });
    const rows = await read(ctx).$queryRaw<StoredRow[]>(sql`
      SELECT line, external_id AS "externalId", item_lines AS "itemLines", data, state, plan, refusal, code FROM import_rows
      WHERE organization_id = ${ctx.organizationId}::uuid AND import_id = ${importId}::uuid
        ${filter(sql`state = ${state}::import_row_state`, state)} ${pages.where} ${pages.tail}`);
    const page = pages.page(rows, ({ line }) => ({ key: String(line), id: String(line) }));
    return { ...page, rows: page.rows.map((row) => tellRow(subject, row, ctx.locale)) };
  },
});

async function subjectOfImport(ctx: Ctx, id: string): Promise<ImportSubject> {
  const { organizationId } = ctx;
  const found = await read(ctx).import.findUnique({
    where: { organizationId_id: { organizationId, id }, state: { not: "reading" } },
    select: { subject: true },
  });
  if (!found) throw new NotFound("import", id);
  return found.subject;
}

/** Returns what became of each row as CSV, page by page, so that any number of rows takes little memory. @throws NotFound */
export const importReport = query({
  name: "import.report",
  caller: staff("import:run"),
  input: z.strictObject({ importId: Id }),
  async run({ ctx }, { importId }) {
    await subjectOfImport(ctx, importId);
    return reportPages(ctx, importId);
  },
});

const headings = ["Line", "External ID", "Name", "Result", "Code", "Problems"];

async function* reportPages(ctx: Ctx, importId: string): AsyncGenerator<string> {
  yield csvHeading(headings);
  for (let cursor: string | undefined; ; ) {
    const page = await listImportRows(ctx, { importId, cursor, limit: 200 });
    yield page.rows.map((row) => csvRow(cellsOf(row))).join("");
    if (!page.next) return;
    cursor = page.next;
  }
}

function cellsOf({ line, externalId, name, state, code, problems }: ImportRow): CsvCell[] {
  const told = problems.map(({ field, line, message }) => {
    const at = line === null ? "" : ` (line ${line})`;
    return field ? `${field}${at}: ${message}` : message;
  });
  return [line, externalId ?? "", name, state, code ?? "", told.join(" ")];
}
