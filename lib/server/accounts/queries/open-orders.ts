import "server-only";
import { z } from "zod";
import type { Ctx } from "../../kernel/ctx";
import { read, sql, type Tx } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";

/** Limits how many orders are counted. Beyond it, the answer is only that there are more. */
const countedOrders = 1000;

/**
 * Returns how many open orders an account has ordered or pays for, without baskets and up to `countedOrders` + 1. They wait
 * while the account is inactive: see docs/domain.md, section 4, "Inactive accounts".
 */
export const openOrdersOf = query({
  name: "account.open-orders",
  caller: staff("account:read"),
  input: z.uuid(),
  run: ({ ctx }, accountId) => countOpenOrders(read(ctx), ctx, accountId),
});

/** Counts the same within a transaction. The caller has checked the permission. */
export async function countOpenOrders(
  db: Pick<Tx, "$queryRaw">,
  ctx: Ctx,
  accountId: string,
): Promise<number> {
  const open = sql`parent_id IS NULL AND status_type NOT IN ('automatic_execute', 'cancelled')
    AND NOT (status_type = 'in_progress' AND status_storefront_type = 'draft')`;
  const by = (column: "account_id" | "billing_to_id") => sql`
    SELECT id FROM orders WHERE organization_id = ${ctx.organizationId}::uuid
      AND ${column === "account_id" ? sql`account_id` : sql`billing_to_id`} = ${accountId}::uuid AND ${open}`;
  const [row] = await db.$queryRaw<{ count: number }[]>(sql`
    SELECT count(*)::int AS count FROM (
      ${by("account_id")} UNION ${by("billing_to_id")} LIMIT ${countedOrders + 1}) AS open_orders`);
  return row?.count ?? 0;
}
