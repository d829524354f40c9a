import "server-only";
import type { Gate } from "@/lib/domain/order/holds/gates";
import { loadCredits } from "../../billing/credit";
import type { Ctx } from "../../kernel/ctx";
import { read, sql } from "../../kernel/db";
import { loadTrees } from "../tree/trees";
import { type WaitingPart, waitingParts } from "./waiting-parts";

/**
 * Returns the gates that hold each of these orders, by order id: the same gates as on the order's page, in two statements
 * for any number of orders. Executed, cancelled and draft orders have none. See docs/domain.md, section 2.
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

/** Returns all waiting parts of the trees that these orders belong to, in one statement. */
export async function waitingOf(ctx: Ctx, orderIds: readonly string[]): Promise<WaitingPart[]> {
  const { organizationId } = ctx;
  const trees = await loadTrees(
    read(ctx),
    ctx,
    sql`SELECT number FROM orders WHERE organization_id = ${organizationId}::uuid AND id = ANY(${orderIds}::uuid[])`,
  );
  return trees.flatMap(waitingParts);
}
