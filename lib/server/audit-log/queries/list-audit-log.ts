import "server-only";
import type { AuditEvent } from "@/lib/domain/events/audit-event";
import { ListAuditLogInput } from "@/lib/schemas/audit-log";
import { staff } from "../../kernel/caller";
import { type Prisma, read, sql } from "../../kernel/db";
import { type Page, type SortColumn, sortedKeyset } from "../../kernel/keyset";
import { query } from "../../kernel/query";
import { foundBy, searched } from "../../search/found-by";

export type AuditLogRow = {
  id: string;
  /** ISO time. */
  at: string;
  actorType: "user" | "api_key" | "scheduler" | "system";
  actorName: string;
  event: AuditEvent;
  subject: string;
  before: Prisma.JsonValue;
  after: Prisma.JsonValue;
};

type Row = Omit<AuditLogRow, "at"> & { at: Date };

const sortable = {
  at: { key: sql`at`, keyType: "timestamptz", of: ({ at }) => at.toISOString() },
} satisfies Record<string, SortColumn<Row>>;

/** Setup changes, sign-ins and user administration, newest first: docs/domain.md, section 7. */
export const listAuditLog = query({
  name: "audit-log.list",
  caller: staff("audit:read"),
  input: ListAuditLogInput,
  async run({ ctx }, { q, sort, cursor, limit }): Promise<Page<AuditLogRow>> {
    const pages = sortedKeyset(sortable, sql`audit_log.id`, { sort, cursor, limit }, "bigint");

    const rows = await read(ctx).$queryRaw<Row[]>(sql`
      SELECT id::text, at, actor_type AS "actorType", actor_name AS "actorName", event, subject, before, after
      FROM audit_log WHERE organization_id = ${ctx.organizationId}::uuid
        ${foundBy(q, (word) => sql`${searched.auditLog} LIKE ${word}`)}
        ${pages.where} ${pages.tail}`);
    const page = pages.page(rows);
    return { ...page, rows: page.rows.map((row) => ({ ...row, at: row.at.toISOString() })) };
  },
});
