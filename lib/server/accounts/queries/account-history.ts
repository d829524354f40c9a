import "server-only";
import { ListAccountHistoryInput } from "@/lib/schemas/accounts";
import { staff } from "../../kernel/caller";
import { type Prisma, read, sql } from "../../kernel/db";
import { keyset, type Page } from "../../kernel/keyset";
import { query } from "../../kernel/query";

export type AccountHistoryRow = {
  id: string;
  /** RFC 3339, UTC. */
  at: string;
  actorName: string;
  event: string;
  /** What changed, by name of the value. */
  before: Prisma.JsonValue;
  after: Prisma.JsonValue;
};

type Row = Omit<AccountHistoryRow, "at"> & { at: Date };

/** Lists who changed what of an account, newest first: docs/domain.md, section 4. */
export const listAccountHistory = query({
  name: "account.history",
  caller: staff("account:read"),
  input: ListAccountHistoryInput,
  async run({ ctx }, { accountId, cursor, limit }): Promise<Page<AccountHistoryRow>> {
    const pages = keyset(
      { key: sql`at`, keyType: "timestamptz", id: sql`id`, idType: "bigint", descending: true },
      { cursor, limit },
    );
    const rows = await read(ctx).$queryRaw<Row[]>(sql`
      SELECT id::text, at, actor_name AS "actorName", event, before, after FROM account_history
      WHERE organization_id = ${ctx.organizationId}::uuid AND account_id = ${accountId}::uuid
        ${pages.where} ${pages.tail}`);
    const page = pages.page(rows, (row) => ({ key: row.at.toISOString(), id: row.id }));
    return { ...page, rows: page.rows.map((row) => ({ ...row, at: row.at.toISOString() })) };
  },
});
