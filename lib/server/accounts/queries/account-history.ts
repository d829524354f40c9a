import "server-only";
import { z } from "zod";
import type { AccountEvent } from "@/lib/domain/events/account-event";
import { Id, listParameters } from "@/lib/schemas/fields";
import { read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { keyset, type Page } from "../../kernel/keyset";
import { type Recorded, recordedColumns } from "../../kernel/recorded";

const ListAccountHistoryInput = z.object({
  accountId: Id,
  cursor: listParameters.cursor,
  limit: listParameters.limit,
});

export type AccountHistoryRow = Recorded<AccountEvent>;

/** Lists the changes of an account with their authors, newest first. See docs/domain.md, section 4. */
export const listAccountHistory = query({
  name: "account.history",
  caller: staff("account:read"),
  input: ListAccountHistoryInput,
  async run({ ctx }, { accountId, cursor, limit }): Promise<Page<AccountHistoryRow>> {
    const pages = keyset(
      { key: sql`events.at`, keyType: "timestamptz", id: sql`events.id`, idType: "bigint", descending: true },
      { cursor, limit },
    );
    const rows = await read(ctx).$queryRaw<AccountHistoryRow[]>(sql`
      SELECT ${recordedColumns} FROM events
      WHERE organization_id = ${ctx.organizationId}::uuid AND account_id = ${accountId}::uuid
        ${pages.where} ${pages.tail}`);
    return pages.page(rows, (row) => ({ key: row.at, id: row.id }));
  },
});
