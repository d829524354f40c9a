import "server-only";
import type { Parties } from "@/lib/domain/order/moves/execution";
import { loadCredit } from "../../billing/credit";
import type { Ctx } from "../../kernel/ctx";
import { sql, type Tx } from "../../kernel/db";
import { type OrderHeader, partiesOf } from "./trees";

/**
 * Locks the ordering and the paying account until the transaction ends and returns them as they are now, so that no two
 * executions spend the same credit and none misses a deactivation. It locks by id, since accounts may pay for each other.
 * See docs/domain.md, section 4.
 */
export async function lockParties(tx: Tx, ctx: Ctx, header: OrderHeader): Promise<Parties> {
  const { accountId, account, billingTo } = header;
  const rows = await tx.$queryRaw<{ id: string; active: boolean }[]>(sql`
    SELECT id, active FROM accounts
    WHERE organization_id = ${ctx.organizationId}::uuid AND id IN (${accountId}::uuid, ${billingTo.id}::uuid)
    ORDER BY id FOR NO KEY UPDATE`);
  const active = (id: string) => rows.some((row) => row.id === id && row.active);
  const locked = {
    ...header,
    account: { ...account, active: active(accountId) },
    billingTo: { ...billingTo, active: active(billingTo.id) },
  };
  return partiesOf(locked, await loadCredit(tx, ctx, billingTo.id));
}
