import "server-only";
import { blocks, type Gate } from "@/lib/domain/order/gates";
import { requireOpen } from "@/lib/domain/order/open";
import type { Combination } from "@/lib/domain/order-status/combination";
import { PreflightBulkInput } from "@/lib/schemas/bulk";
import { type Ctx, requirePermission } from "../ctx";
import { read, sql } from "../db";
import { heldByOf } from "../orders/held-by";
import { bulkPermissions } from "./permissions";
import { maxOrders, selectedOrders } from "./select";

/** "17 selected: 12 can be executed, 3 held by credit, 2 already executed". */
export type BulkPreflight = {
  selected: number;
  /** More match than one run takes. */
  tooMany: boolean;
  /** Orders whose turn would succeed as things stand. */
  ready: number;
  /** Of the others, how many for which reason; an order held by several gates counts at its first. */
  held: { gate: Gate["gate"]; orders: number }[];
  alreadyExecuted: number;
  alreadyCancelled: number;
  /** Drafts, and orders with the scheduler or waiting for a reseller. */
  notInBss: number;
};

/** Orders looked at at a time, so that memory stays flat. */
const batchSize = 500;

/** What a bulk run would meet, by the same rules as each order's own command. Changes nothing. */
export async function preflightBulk(ctx: Ctx, raw: unknown): Promise<BulkPreflight> {
  const { selection, action } = PreflightBulkInput.parse(raw);
  requirePermission(ctx, bulkPermissions[action]);
  const found = await read(ctx).$queryRaw<({ id: string } & Combination)[]>(sql`
    SELECT orders.id, status_type AS type, status_storefront_type AS "storefrontType"
    FROM (${selectedOrders(ctx, selection)}) AS selected
    JOIN orders ON orders.organization_id = ${ctx.organizationId}::uuid AND orders.id = selected.id`);
  const orders = found.slice(0, maxOrders);

  const held = new Map<Gate["gate"], number>();
  const counts = { ready: 0, alreadyExecuted: 0, alreadyCancelled: 0, notInBss: 0 };
  for (let from = 0; from < orders.length; from += batchSize) {
    const batch = orders.slice(from, from + batchSize);
    const open = batch.filter((order) => {
      const answer = requireOpen({ status: order });
      if (answer.ok && (action !== "execute" || order.type !== "scheduled")) return true;
      const reason = answer.ok ? "scheduler_has_it" : answer.refusal.reason;
      if (reason === "already_executed") counts.alreadyExecuted++;
      else if (reason === "already_cancelled") counts.alreadyCancelled++;
      else counts.notInBss++;
      return false;
    });
    const gates =
      action === "execute"
        ? await heldByOf(
            ctx,
            open.map(({ id }) => id),
          )
        : new Map<string, Gate[]>();
    for (const { id } of open) {
      const first = gates.get(id)?.find((gate) => blocks(gate, "bss_user"));
      if (first) held.set(first.gate, (held.get(first.gate) ?? 0) + 1);
      else counts.ready++;
    }
  }
  return {
    selected: orders.length,
    tooMany: found.length > maxOrders,
    ...counts,
    held: [...held].map(([gate, orders]) => ({ gate, orders })),
  };
}
