import "server-only";
import type { OrderEvent } from "@/lib/domain/events/order-event";
import { treeTotals } from "@/lib/domain/order/amounts/totals";
import {
  type ApprovalRefusal,
  type LineChange,
  lineChanges,
  requireWaiting,
} from "@/lib/domain/storefront/approval";
import { amount, formatAmount } from "@/lib/domain/values/money";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import type { Ctx } from "../../kernel/ctx";
import { sql, type Tx } from "../../kernel/db";
import { type Recorded, recordedColumns } from "../../kernel/recorded";
import type { LoadedOrder } from "../../orders/tree/load";
import type { ResellerCtx } from "../customer";
import { decidedOf } from "./decided";

/**
 * Checks that the reseller may approve, and that the order still waits and is what the reseller saw. See
 * docs/domain.md, section 5.
 */
export async function requireSeen(
  tx: Tx,
  { ctx, accountId }: ResellerCtx,
  order: LoadedOrder,
  seen: { version: number; total: string },
): Promise<Result<null, ApprovalRefusal>> {
  const waiting = requireWaiting(order.part.status, await decidedOf(tx, ctx, order));
  if (!waiting.ok) return waiting;
  const own = await tx.account.findUniqueOrThrow({
    where: { organizationId_id: { organizationId: ctx.organizationId, id: accountId } },
    select: { active: true },
  });
  if (!own.active) return refuse({ reason: "reseller_inactive" });

  const { currency, version } = order.row;
  const total = treeTotals(order.tree).finalPrice;
  if (version === seen.version && total.equals(amount(seen.total))) return ok(null);
  return refuse({
    reason: "order_changed",
    was: formatAmount(seen.total, currency),
    now: formatAmount(total, currency),
    currency,
    lines: await linesChanged(tx, ctx, order),
  });
}

type Edit = Extract<OrderEvent, { kind: "order.edited" | "order.repriced" }>;

/** Returns the order's newest change of items. Nothing else tells what an earlier version held. */
async function linesChanged(tx: Tx, ctx: Ctx, { part }: LoadedOrder): Promise<LineChange[]> {
  const [event] = await tx.$queryRaw<Recorded<Edit>[]>(sql`
    SELECT ${recordedColumns} FROM events
    WHERE organization_id = ${ctx.organizationId}::uuid AND order_id = ${part.id}::uuid
      AND kind IN ('order.edited', 'order.repriced')
    ORDER BY events.id DESC LIMIT 1`);
  return lineChanges(event?.before.items ?? [], event?.after.items ?? []);
}
