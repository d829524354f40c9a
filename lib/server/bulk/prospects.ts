import "server-only";
import type { Credit } from "@/lib/domain/credit";
import type { Gate } from "@/lib/domain/order/holds/gates";
import { heldInTurn } from "@/lib/domain/order/holds/in-turn";
import { requireMovable, requireOpen } from "@/lib/domain/order/holds/open";
import type { Combination } from "@/lib/domain/order-status/combination";
import { loadCredits } from "../billing/credit";
import type { Ctx } from "../kernel/ctx";
import { read, sql } from "../kernel/db";
import { waitingOf } from "../orders/holds/held-by";
import type { BulkAction } from "./permissions";
import { maxOrders, type Selection, selectedOrders } from "./select";

/** Describes what an order's own command would answer now. For an order that several gates hold, it is the first gate. */
export type Prospect = "ready" | "already_executed" | "already_cancelled" | "not_in_bss" | Gate["gate"];

export type Prospects = {
  /** Lists the orders as the list sorts them. */
  orders: { id: string; prospect: Prospect }[];
  /** Is true if more orders match than one run takes. `orders` then holds the first ones. */
  tooMany: boolean;
};

/** Limits how many orders are loaded at a time, so that memory stays flat. */
const batchSize = 500;

/** Tells what the action would do to each selected order, by the rules of its own command. Changes nothing. */
export async function prospectsOf(ctx: Ctx, selection: Selection, action: BulkAction): Promise<Prospects> {
  const selected = await selectedOrders(ctx, selection);
  const found = await read(ctx).$queryRaw<({ id: string } & Combination)[]>(sql`
    SELECT orders.id, status_type AS type, status_storefront_type AS "storefrontType"
    FROM (${selected}) AS selected
    JOIN orders ON orders.organization_id = ${ctx.organizationId}::uuid AND orders.id = selected.id
    ORDER BY orders.order_date, orders.id`);
  const orders: Prospects["orders"] = [];
  const credits = new Map<string, Credit>();
  const chosen = found.slice(0, maxOrders);
  for (let from = 0; from < chosen.length; from += batchSize) {
    const batch = chosen
      .slice(from, from + batchSize)
      .map((order) => ({ id: order.id, prospect: byStatus(order, action) }));
    orders.push(...(action === "execute" ? await byGates(ctx, batch, credits) : batch));
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

/** Decides the orders in turn, as they would be executed. Each one uses the credit that those before it leave. */
async function byGates(
  ctx: Ctx,
  batch: Prospects["orders"],
  credits: Map<string, Credit>,
): Promise<Prospects["orders"]> {
  const ready = batch.filter(({ prospect }) => prospect === "ready").map(({ id }) => id);
  const waiting = new Map((await waitingOf(ctx, ready)).map((part) => [part.part.id, part]));
  const turns = ready.flatMap((id) => waiting.get(id) ?? []);
  const unknown = turns.map(({ billingToId }) => billingToId).filter((id) => !credits.has(id));
  for (const [id, credit] of await loadCredits(read(ctx), ctx, [...new Set(unknown)]))
    credits.set(id, credit);

  const first = new Map(
    heldInTurn(turns, credits, "bss_user").map(({ order, gates: [gate] }) => [order.part.id, gate]),
  );
  return batch.map((order) => ({ ...order, prospect: first.get(order.id)?.gate ?? order.prospect }));
}
