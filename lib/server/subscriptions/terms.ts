import "server-only";
import { sql } from "../kernel/db";

/**
 * Selects what was ordered of a subscription, as `subscriptionPrice` takes it: its own line first, then those that added
 * units.
 */
export const orderedOfSubscription = sql`coalesce((
  SELECT jsonb_agg(jsonb_build_object('quantity', ordered.units, 'unitPrice', ordered.unit_price::text,
    'discountPercent', ordered.discount_percent::text) ORDER BY ordered.adds, ordered.id)
  FROM (
    SELECT id, unit_price, discount_percent, false AS adds, executed_quantity AS units
    FROM order_items AS item
    WHERE item.organization_id = subscriptions.organization_id AND item.id = subscriptions.order_item_id
    UNION ALL
    SELECT id, unit_price, discount_percent, true, executed_quantity - reversed_quantity
    FROM order_items AS item
    WHERE item.organization_id = subscriptions.organization_id AND item.subscription_id = subscriptions.id
  ) AS ordered
  WHERE ordered.units > 0
), '[]') AS ordered`;

export type Ordered = { quantity: number; unitPrice: string; discountPercent: string }[];
