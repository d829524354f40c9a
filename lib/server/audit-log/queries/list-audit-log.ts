import "server-only";
import { z } from "zod";
import type { AccountEvent } from "@/lib/domain/events/account-event";
import type { SetupEvent } from "@/lib/domain/events/setup-event";
import { listParameters, sortParameter } from "@/lib/schemas/fields";
import { read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { type Page, type SortColumn, sortedKeyset } from "../../kernel/keyset";
import { type Recorded, recordedColumns } from "../../kernel/recorded";
import { foundBy, searched } from "../../search/found-by";

const ListAuditLogInput = z.object({ ...listParameters, sort: sortParameter(["at"], "-at") });

/** Includes events of accounts, because the oldest ones are in the audit log as well as in the account's history. */
type Told = (SetupEvent | AccountEvent) & { subject: string };
export type AuditLogRow = Recorded<Told>;

const sortable = {
  at: { key: sql`events.at`, keyType: "timestamptz", of: ({ at }) => at },
} satisfies Record<string, SortColumn<AuditLogRow>>;

/** Lists setup changes, sign-ins and user administration, newest first. See docs/domain.md, section 7. */
export const listAuditLog = query({
  name: "audit-log.list",
  caller: staff("audit:read"),
  input: ListAuditLogInput,
  async run({ ctx }, { q, sort, cursor, limit }): Promise<Page<AuditLogRow>> {
    const pages = sortedKeyset(sortable, sql`events.id`, { sort, cursor, limit }, "bigint");

    // The search matches only subjects. A second condition on them would make the planner expect too few rows.
    const audited =
      q === "" ? sql`AND subject IS NOT NULL` : foundBy(q, (word) => sql`${searched.auditLog} LIKE ${word}`);
    const rows = await read(ctx).$queryRaw<AuditLogRow[]>(sql`
      SELECT ${recordedColumns}, subject
      FROM events WHERE organization_id = ${ctx.organizationId}::uuid ${audited}
        ${pages.where} ${pages.tail}`);
    return pages.page(rows);
  },
});
