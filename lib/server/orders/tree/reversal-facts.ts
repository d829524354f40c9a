import "server-only";
import type { ReversalFacts } from "@/lib/domain/order/moves/reversal";
import type { Ctx } from "../../kernel/ctx";
import { sql, type Tx } from "../../kernel/db";

/**
 * Loads what executing these items created and locks it until the transaction ends, so that neither the worker nor an
 * execution that adds units interferes. See docs/domain.md, section 2.
 */
export async function lockReversalFacts(
  tx: Tx,
  ctx: Ctx,
  itemIds: readonly string[],
): Promise<ReversalFacts> {
  const { organizationId } = ctx;
  const subscriptionIds = sql`
    SELECT subscription_id FROM provisioning_tasks
    WHERE organization_id = ${organizationId}::uuid AND order_item_id = ANY(${itemIds}::uuid[])`;
  // Tasks are locked first, in the same order as the worker does it.
  await tx.$queryRaw(sql`
    SELECT id FROM provisioning_tasks
    WHERE organization_id = ${organizationId}::uuid AND subscription_id IN (${subscriptionIds}) ORDER BY id FOR UPDATE`);
  await tx.$queryRaw(sql`
    SELECT id FROM subscriptions
    WHERE organization_id = ${organizationId}::uuid AND id IN (${subscriptionIds}) ORDER BY id FOR UPDATE`);

  const invoices = await tx.$queryRaw<ReversalFacts["invoices"][number][]>(sql`
    SELECT invoices.id, invoices.number, orders.code AS "orderCode", array_agg(lines.order_item_id) AS "itemIds"
    FROM invoices
    JOIN orders ON orders.organization_id = invoices.organization_id AND orders.id = invoices.order_id
    JOIN invoice_lines AS lines ON lines.organization_id = invoices.organization_id AND lines.invoice_id = invoices.id
    WHERE invoices.organization_id = ${organizationId}::uuid AND invoices.id IN (
      SELECT invoice_id FROM invoice_lines
      WHERE organization_id = ${organizationId}::uuid AND order_item_id = ANY(${itemIds}::uuid[]))
    GROUP BY invoices.id, invoices.number, orders.code
    ORDER BY length(invoices.number), invoices.number`);
  const changedSince = await tx.$queryRaw<ReversalFacts["changedSince"][number][]>(sql`
    SELECT made.description, array_agg(DISTINCT orders.code) AS orders
    FROM subscriptions AS made
    JOIN order_items AS change ON change.organization_id = made.organization_id AND change.subscription_id = made.id
    JOIN orders ON orders.organization_id = change.organization_id AND orders.id = change.order_id
    WHERE made.organization_id = ${organizationId}::uuid AND made.order_item_id = ANY(${itemIds}::uuid[])
      AND change.executed_quantity > change.reversed_quantity
    GROUP BY made.id, made.description ORDER BY made.description, made.id`);
  return { invoices, changedSince };
}
