import "server-only";
import type { z } from "zod";
import type { StartBulkRunInput } from "@/lib/schemas/bulk";
import type { Ctx } from "../kernel/ctx";
import { type Prisma, sql } from "../kernel/db";
import { matchingOrders } from "../orders/queries/list-orders";

export type Selection = z.output<typeof StartBulkRunInput>["selection"];

/** Limits the orders in one run. A filter that matches more is refused instead of cut. */
export const maxOrders = 10_000;

/** Selects the ids of the selected orders as the list sorts them, up to one more than a run takes. */
export async function selectedOrders(ctx: Ctx, selection: Selection): Promise<Prisma.Sql> {
  const rows =
    "filter" in selection
      ? sql`SELECT id, order_date FROM orders WHERE ${await matchingOrders(ctx, selection.filter)}`
      : sql`SELECT id, order_date FROM orders
          WHERE organization_id = ${ctx.organizationId}::uuid AND id = ANY(${selection.orderIds}::uuid[])`;
  return sql`SELECT id FROM (${rows}) AS selected ORDER BY order_date, id LIMIT ${maxOrders + 1}`;
}
