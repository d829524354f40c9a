import "server-only";
import { sql } from "../../kernel/db";

/** Selects open orders that are neither baskets nor waiting for a reseller: docs/domain.md, section 6. */
export const statusUnexecuted = sql`orders.status_type = 'in_progress'
  AND orders.status_storefront_type IN ('viewable', 'submitted')`;

/** Matches the condition of the index `orders_unexecuted` literally, so that the planner sees that it can use it. */
export const unexecuted = sql`orders.parent_id IS NULL AND ${statusUnexecuted}`;
