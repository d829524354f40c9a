import "server-only";
import type { Ctx } from "../../kernel/ctx";
import { sql, type Tx } from "../../kernel/db";
import { hasRemaining, openParts } from "./holds";

/**
 * Writes anew the facts that open orders keep of a changed product, so that filters find them by what holds them now. Like
 * every command, it locks their primaries before it reads. See docs/domain.md, section 6.
 */
export async function writeHoldsOfProduct(tx: Tx, ctx: Ctx, productId: string): Promise<void> {
  const { organizationId } = ctx;
  const trees = sql`
    SELECT coalesce(part.parent_id, part.id) FROM order_items AS item
    JOIN orders AS part ON part.organization_id = item.organization_id AND part.id = item.order_id
    WHERE item.organization_id = ${organizationId}::uuid AND item.product_id = ${productId}::uuid AND ${hasRemaining}`;
  await tx.$queryRaw(sql`
    SELECT id FROM orders
    WHERE organization_id = ${organizationId}::uuid AND id IN (${trees}) ORDER BY id FOR NO KEY UPDATE`);
  await tx.$executeRaw(sql`
    WITH wanted AS MATERIALIZED (
      SELECT orders.id, bool_or(product.non_automatic) AS non_automatic, bool_or(EXISTS (
        SELECT FROM unnest(product.required_configuration) AS name
        WHERE coalesce(trim(item.configuration ->> name), '') = '')) AS unconfigured
      FROM orders
      CROSS JOIN LATERAL (${openParts}) AS part
      JOIN order_items AS item ON item.organization_id = orders.organization_id AND item.order_id = part.id AND ${hasRemaining}
      JOIN products AS product ON product.organization_id = item.organization_id AND product.id = item.product_id
      WHERE orders.organization_id = ${organizationId}::uuid AND (orders.id IN (${trees}) OR orders.parent_id IN (${trees}))
        AND orders.status_type NOT IN ('automatic_execute', 'cancelled')
      GROUP BY orders.id
    )
    UPDATE orders SET non_automatic = wanted.non_automatic, unconfigured = wanted.unconfigured FROM wanted
    WHERE organization_id = ${organizationId}::uuid AND orders.id = wanted.id
      AND (orders.non_automatic, orders.unconfigured) IS DISTINCT FROM (wanted.non_automatic, wanted.unconfigured)`);
}
