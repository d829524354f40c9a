import "server-only";
import { randomUUID } from "node:crypto";
import type { ExecutionLine } from "@/lib/domain/order/moves/execution";
import type { OrderItem } from "@/lib/domain/order/tree/order";
import { trialEnd, trialNoticeAt } from "@/lib/domain/trial";
import type { Ctx } from "../kernel/ctx";
import type { Tx } from "../kernel/db";
import { Conflict } from "../kernel/errors";

/** Holds when it takes effect, in the organization's time zone. */
type Start = { day: string; setUpAt: Date | null; timeZone: string };

/**
 * Returns what executing these lines creates: a subscription or asset except for quantity changes and one-offs, and a
 * provisioning task except for one-offs. See docs/domain.md, section 3.
 */
export function subscriptionRows(
  ctx: Ctx,
  order: { id: string; accountId: string; currency: string },
  executed: readonly ExecutionLine[],
  start: Start,
) {
  const { organizationId, now } = ctx;
  const lines = executed
    .filter(({ item }) => item.productType !== "one_off")
    .map((line) => ({ ...line, subscriptionId: line.item.subscriptionId ?? randomUUID() }));
  return {
    subscriptions: lines
      .filter(({ item }) => item.itemType !== "quantity_change")
      .map(({ item, quantity, subscriptionId }) => ({
        organizationId,
        id: subscriptionId,
        type: item.productType === "asset" ? ("asset" as const) : ("subscription" as const),
        accountId: order.accountId,
        productId: item.productId,
        orderId: order.id,
        orderItemId: item.id,
        description: item.description,
        startDate: new Date(start.day),
        quantity,
        unitPrice: item.unitPrice.toFixed(),
        currency: order.currency,
        billingPeriod: item.billingPeriod,
        ...trialColumns(item, start, now),
        createdAt: now,
      })),
    provisioning_tasks: lines.map(({ item, quantity, subscriptionId }) => ({
      organizationId,
      id: randomUUID(),
      subscriptionId,
      orderItemId: item.id,
      action: item.itemType === "quantity_change" ? ("change" as const) : ("provision" as const),
      driver: item.provisioningDriver,
      vendorId: item.vendor?.id ?? null,
      quantity,
      // A manual task needs no exact time, because the subscription shows when it starts.
      nextAttemptAt: item.provisioningDriver === "manual" ? null : start.setUpAt,
      createdAt: now,
      updatedAt: now,
    })),
  };
}

function trialColumns(item: OrderItem, { day, timeZone }: Start, now: Date) {
  if (item.itemType !== "trial") return { trial: false, trialEndsOn: null, trialDueAt: null };
  const endsOn = trialEnd(day, item.trial);
  return { trial: true, trialEndsOn: new Date(endsOn), trialDueAt: trialNoticeAt(endsOn, timeZone, now) };
}

/** Adds the units of quantity changes to the subscriptions that they name. @throws Conflict */
export async function changeQuantities(tx: Tx, ctx: Ctx, executed: readonly ExecutionLine[]): Promise<void> {
  const added = executed
    .filter(({ item }) => item.itemType === "quantity_change")
    .map(({ item, quantity }) => ({ id: item.subscriptionId, units: quantity }));
  if (added.length === 0) return;
  const changed = await tx.$executeRaw`
    WITH v AS MATERIALIZED (
      SELECT id, sum(units)::int AS units FROM jsonb_to_recordset(${JSON.stringify(added)}::jsonb) AS r(id uuid, units int)
      GROUP BY id
    )
    UPDATE subscriptions SET quantity = quantity + v.units, version = version + 1,
      provisioning_state = CASE provisioning_state WHEN 'provisioned' THEN 'pending' ELSE provisioning_state END
    FROM v
    WHERE organization_id = ${ctx.organizationId}::uuid AND subscriptions.id = v.id AND state = 'active'`;
  // The subscription was cancelled after the gates were checked. The next attempt meets the gate.
  if (changed < new Set(added.map(({ id }) => id)).size) throw new Conflict("A subscription");
}
