import "server-only";
import type { Gate } from "@/lib/domain/order/holds/gates";
import { loadCredits } from "../../billing/credit";
import type { Ctx } from "../../kernel/ctx";
import { read, sql } from "../../kernel/db";
import { loadTrees } from "../tree/trees";
import { type WaitingPart, waitingParts } from "./waiting-parts";

/**
 * What holds each of these orders, primaries or sub-orders, by its id: the same gates as on its page, for many at
 * once in two statements. Executed, cancelled and draft orders are held by nothing. See docs/domain.md, section 2.
 */
export async function heldByOf(
  ctx: Ctx,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Gate[]>> {
  const held = new Map<string, readonly Gate[]>(orderIds.map((id) => [id, []]));
  if (orderIds.length === 0) return held;

  const waiting = await waitingOf(ctx, orderIds);
  const credits = await loadCredits(read(ctx), ctx, [...new Set(waiting.map((one) => one.billingToId))]);
  for (const { part, billingToId, gates } of waiting) {
    const credit = credits.get(billingToId);
    if (credit && held.has(part.id)) held.set(part.id, gates(credit));
  }
  return held;
}

/** All that waits of the trees that these orders belong to, in one statement. */
export async function waitingOf(ctx: Ctx, orderIds: readonly string[]): Promise<WaitingPart[]> {
  const { organizationId } = ctx;
  const trees = await loadTrees(
    read(ctx),
    ctx,
    sql`SELECT number FROM orders WHERE organization_id = ${organizationId}::uuid AND id = ANY(${orderIds}::uuid[])`,
  );
  return trees.flatMap(waitingParts);
}
