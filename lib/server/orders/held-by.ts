import "server-only";
import { gatesOf } from "@/lib/domain/order/execution";
import type { Gate } from "@/lib/domain/order/gates";
import { remembered } from "@/lib/domain/order/outside";
import { isDraft, isFinal } from "@/lib/domain/order-status/combination";
import { loadCredits } from "../billing/credit";
import { type Ctx, requirePermission } from "../ctx";
import { read, sql } from "../db";
import { loadTrees, partiesOf } from "./trees";

/**
 * What holds each of these orders, primaries or sub-orders, by its id: the same gates as on its page, for many at
 * once in two statements. Executed, cancelled and draft orders are held by nothing. See docs/domain.md, section 2.
 */
export async function heldByOf(
  ctx: Ctx,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Gate[]>> {
  requirePermission(ctx, "order:read");
  const held = new Map<string, readonly Gate[]>(orderIds.map((id) => [id, []]));
  if (orderIds.length === 0) return held;

  const { organizationId } = ctx;
  const trees = await loadTrees(
    read(ctx),
    ctx,
    sql`SELECT number FROM orders WHERE organization_id = ${organizationId}::uuid AND id = ANY(${orderIds}::uuid[])`,
  );
  const billedIds = trees.flatMap(({ headers }) =>
    [...headers.values()].map((header) => header.billingTo.id),
  );
  const credits = await loadCredits(read(ctx), ctx, [...new Set(billedIds)]);
  for (const { tree, headers } of trees) {
    for (const part of [tree.primary, ...tree.subOrders]) {
      const header = headers.get(part.id);
      const credit = header && credits.get(header.billingTo.id);
      if (!held.has(part.id) || !credit || isFinal(part.status.type) || isDraft(part.status)) continue;
      held.set(part.id, gatesOf(tree, part, partiesOf(header, credit), remembered(header.lastRefusal)));
    }
  }
  return held;
}
