import "server-only";
import { sql } from "../../kernel/db";

/** Open, and neither a basket nor waiting for a reseller: docs/domain.md, section 6. */
export const statusUnexecuted = sql`orders.status_type = 'in_progress'
  AND orders.status_storefront_type IN ('viewable', 'submitted')`;

/** What index `orders_unexecuted` holds; written out, so that the planner sees that it may use it. */
export const unexecuted = sql`orders.parent_id IS NULL AND ${statusUnexecuted}`;
