import type pg from "pg";
import type { Ctx } from "../../lib/server/kernel/ctx";
import { insertOrders } from "../../lib/server/testing/factories/bulk-orders";

/** Adds so many Submitted orders of so many items each, and returns them. */
export async function submittedOrders(
  client: pg.Client,
  { organizationId, now }: Ctx,
  count: number,
  items: number,
): Promise<{ id: string; code: string }[]> {
  await insertOrders(client, { organizationId, count, items, now, days: 1, submitted: true });
  const { rows } = await client.query(
    "SELECT id, code FROM orders WHERE organization_id = $1 ORDER BY number DESC LIMIT $2",
    [organizationId, count],
  );
  return rows;
}
