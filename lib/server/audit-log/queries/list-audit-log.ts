import "server-only";
import { ListAuditLogInput } from "@/lib/schemas/audit-log";
import { staff } from "../../kernel/caller";
import { type Prisma, read, sql } from "../../kernel/db";
import { keyset, type Page } from "../../kernel/keyset";
import { query } from "../../kernel/query";
import { foundBy, searched } from "../../search/found-by";

export type AuditLogRow = {
  id: string;
  /** ISO time. */
  at: string;
  actorType: "user" | "api_key" | "scheduler" | "system";
  actorName: string;
  event: string;
  subject: string;
  before: Prisma.JsonValue;
  after: Prisma.JsonValue;
};

type Row = Omit<AuditLogRow, "at"> & { at: Date };

/** Setup changes, sign-ins and user administration, newest first: docs/domain.md, section 7. */
export const listAuditLog = query({
  name: "audit-log.list",
  caller: staff("audit:read"),
  input: ListAuditLogInput,
  async run({ ctx }, { q, cursor, limit }): Promise<Page<AuditLogRow>> {
    const pages = keyset(
      { key: sql`at`, keyType: "timestamptz", id: sql`audit_log.id`, idType: "bigint", descending: true },
      { cursor, limit },
    );

    const rows = await read(ctx).$queryRaw<Row[]>(sql`
      SELECT id::text, at, actor_type AS "actorType", actor_name AS "actorName", event, subject, before, after
      FROM audit_log WHERE organization_id = ${ctx.organizationId}::uuid
        ${foundBy(q, (word) => sql`${searched.auditLog} LIKE ${word}`)}
        ${pages.where} ${pages.tail}`);
    const page = pages.page(rows, (row) => ({ key: row.at.toISOString(), id: row.id }));
    return { ...page, rows: page.rows.map((row) => ({ ...row, at: row.at.toISOString() })) };
  },
});
