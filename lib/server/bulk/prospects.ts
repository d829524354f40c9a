import "server-only";
import { blocks, type Gate } from "@/lib/domain/order/gates";
import { requireMovable, requireOpen } from "@/lib/domain/order/open";
import type { Combination } from "@/lib/domain/order-status/combination";
import type { Ctx } from "../ctx";
import { read, sql } from "../db";
import { heldByOf } from "../orders/held-by";
import type { BulkAction } from "./permissions";
import { maxOrders, type Selection, selectedOrders } from "./select";

/** What an order's own command would say if its turn were now; an order held by several gates tells the first. */
export type Prospect = "ready" | "already_executed" | "already_cancelled" | "not_in_bss" | Gate["gate"];

export type Prospects = {
  /** In the order of the list. */
  orders: { id: string; prospect: Prospect }[];
  /** More match than one run takes; these are the first. */
  tooMany: boolean;
};

/** Orders looked at at a time, so that memory stays flat. */
const batchSize = 500;

/** How each selected order stands towards the action, by the same rules as its own command. Changes nothing. */
export async function prospectsOf(ctx: Ctx, selection: Selection, action: BulkAction): Promise<Prospects> {
  const found = await read(ctx).$queryRaw<({ id: string } & Combination)[]>(sql`
    SELECT orders.id, status_type AS type, status_storefront_type AS "storefrontType"
    FROM (${selectedOrders(ctx, selection)}) AS selected
    JOIN orders ON orders.organization_id = ${ctx.organizationId}::uuid AND orders.id = selected.id
    ORDER BY orders.order_date, orders.id`);
  const orders: Prospects["orders"] = [];
  const chosen = found.slice(0, maxOrders);
  for (let from = 0; from < chosen.length; from += batchSize) {
    const batch = chosen
      .slice(from, from + batchSize)
      .map((order) => ({ id: order.id, prospect: byStatus(order, action) }));
    orders.push(...(action === "execute" ? await byGates(ctx, batch) : batch));
  }
  return { orders, tooMany: found.length > maxOrders };
}

function byStatus(status: Combination, action: BulkAction): Prospect {
  const answer = action === "set_status" ? requireMovable({ status }) : requireOpen({ status });
  if (answer.ok) return "ready";
  const { refusal } = answer;
  if (refusal.reason === "already_executed" || refusal.reason === "already_cancelled") return refusal.reason;
  return refusal.reason === "held" ? (refusal.gates[0]?.gate ?? "not_in_bss") : "not_in_bss";
}

async function byGates(ctx: Ctx, batch: Prospects["orders"]): Promise<Prospects["orders"]> {
  const open = batch.filter(({ prospect }) => prospect === "ready").map(({ id }) => id);
  const gates = await heldByOf(ctx, open);
  return batch.map((order) => {
    const first = gates.get(order.id)?.find((gate) => blocks(gate, "bss_user"));
    return first ? { ...order, prospect: first.gate } : order;
  });
}
