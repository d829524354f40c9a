import "server-only";
import { z } from "zod";
import type { AccountEvent } from "@/lib/domain/events/account-event";
import { eventKinds } from "@/lib/domain/events/event";
import type { SetupEvent } from "@/lib/domain/events/setup-event";
import { listParameters, sortParameter } from "@/lib/schemas/fields";
import { Day } from "@/lib/schemas/orders";
import { dayBegins } from "../../kernel/day-begins";
import { read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { filter, type Page, type SortColumn, sortedKeyset } from "../../kernel/keyset";
import { type Recorded, recordedColumns } from "../../kernel/recorded";
import { foundBy, searched } from "../../search/found-by";

/** Says what the audit log takes from its address. A value that nobody can read filters nothing. */
export const ListAuditLogInput = z.object({
  ...listParameters,
  sort: sortParameter(["at"], "-at"),
  kind: z.enum(eventKinds).optional().catch(undefined),
  /** Holds the id of the person or key who did it. */
  by: z.string().max(60).optional().catch(undefined),
  /** Holds the first calendar day, in the reader's time zone. `to` is the last. */
  from: Day.optional().catch(undefined),
  to: Day.optional().catch(undefined),
});
export type ListAuditLogInput = z.output<typeof ListAuditLogInput>;

/** Includes events of accounts, because the oldest ones are in the audit log as well as in the account's history. */
type Told = (SetupEvent | AccountEvent) & { subject: string };
export type AuditLogRow = Recorded<Told> & {
  /** Is null where the product did it by itself. */
  actorId: string | null;
  requestId: string | null;
};

const sortable = {
  at: { key: sql`events.at`, keyType: "timestamptz", of: ({ at }) => at },
} satisfies Record<string, SortColumn<AuditLogRow>>;

/** Lists setup changes, sign-ins and user administration, newest first. See docs/domain.md, section 7. */
export const listAuditLog = query({
  name: "audit-log.list",
  caller: staff("audit:read"),
  input: ListAuditLogInput,
  async run({ ctx }, { q, kind, by, from, to, sort, cursor, limit }): Promise<Page<AuditLogRow>> {
    const pages = sortedKeyset(sortable, sql`events.id`, { sort, cursor, limit }, "bigint");

    // The search matches only subjects. A second condition on them would make the planner expect too few rows.
    const audited =
      q === "" ? sql`AND subject IS NOT NULL` : foundBy(q, (word) => sql`${searched.auditLog} LIKE ${word}`);
    const rows = await read(ctx).$queryRaw<AuditLogRow[]>(sql`
      SELECT ${recordedColumns}, subject, actor_id AS "actorId", request_id AS "requestId"
      FROM events WHERE organization_id = ${ctx.organizationId}::uuid ${audited}
        ${filter(sql`kind = ${kind}`, kind)} ${filter(sql`actor_id = ${by}`, by)}
        ${filter(sql`events.at >= ${dayBegins(ctx, from ?? "", 0)}`, from)}
        ${filter(sql`events.at < ${dayBegins(ctx, to ?? "", 1)}`, to)}
        ${pages.where} ${pages.tail}`);
    return pages.page(rows);
  },
});
