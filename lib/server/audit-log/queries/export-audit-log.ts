import "server-only";
import { type CsvCell, csvHeading, csvRow } from "@/lib/domain/values/csv";
import type { Ctx } from "../../kernel/ctx";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { type AuditLogRow, ListAuditLogInput, listAuditLog } from "./list-audit-log";

/**
 * Returns the filtered audit log as CSV, page by page, so that any number of entries takes little memory. Kinds and facts are
 * written as they are kept, for programs and for auditors to compare: docs/domain.md, section 9.
 */
export const exportAuditLog = query({
  name: "audit-log.export",
  caller: staff("audit:read"),
  input: ListAuditLogInput,
  run: async ({ ctx }, input) => csvPages(ctx, input),
});

async function* csvPages(ctx: Ctx, input: ListAuditLogInput): AsyncGenerator<string> {
  yield csvHeading(columns.map(([heading]) => heading));
  for (let cursor: string | undefined; ; ) {
    const page = await listAuditLog(ctx, { ...input, cursor, limit: 200 });
    yield page.rows.map((row) => csvRow(columns.map(([, cell]) => cell(row)))).join("");
    if (!page.next) return;
    cursor = page.next;
  }
}

const columns: [heading: string, cell: (row: AuditLogRow) => CsvCell][] = [
  ["Event", ({ id }) => ({ exact: id })],
  ["Time (UTC)", ({ at }) => ({ exact: at })],
  ["Kind", ({ kind }) => kind],
  ["Of", ({ subject }) => subject],
  ["Who", ({ actor }) => actor.name],
  ["Who is", ({ actor }) => actor.type],
  ["Id of who", ({ actorId }) => actorId ?? ""],
  ["Before", ({ before }) => facts(before)],
  ["After", ({ after }) => facts(after)],
  ["Request", ({ requestId }) => requestId ?? ""],
];

function facts(kept: object | undefined): string {
  return kept && Object.keys(kept).length > 0 ? JSON.stringify(kept) : "";
}
