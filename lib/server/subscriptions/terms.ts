import "server-only";
import { sql } from "../db";

/** What was ordered of a subscription, as `subscriptionPrice` takes it: its own line first, then those that added units. */
export const orderedOfSubscription = sql`coalesce((
  SELECT jsonb_agg(jsonb_build_object('quantity', ordered.units, 'unitPrice', ordered.unit_price::text,
    'discountPercent', ordered.discount_percent::text) ORDER BY ordered.adds, ordered.id)
  FROM (
    SELECT item.id, item.unit_price, item.discount_percent, item.id <> subscriptions.order_item_id AS adds,
      item.executed_quantity - CASE WHEN item.id = subscriptions.order_item_id THEN 0 ELSE item.reversed_quantity END AS units
    FROM order_items AS item
    WHERE item.organization_id = subscriptions.organization_id
      AND (item.id = subscriptions.order_item_id OR item.subscription_id = subscriptions.id)
  ) AS ordered
  WHERE ordered.units > 0
), '[]') AS ordered`;

export type Ordered = { quantity: number; unitPrice: string; discountPercent: string }[];
