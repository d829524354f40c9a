import "server-only";
import { randomUUID } from "node:crypto";
import type { ExecutionLine } from "@/lib/domain/order/execution";
import type { Ctx } from "../ctx";
import type { Tx } from "../db";
import { Conflict } from "../errors";
import { insertRows } from "../insert-rows";
import { addJobs } from "../jobs";
import { provisionJob } from "./task";

type Line = ExecutionLine & { subscriptionId: string };

/**
 * Makes a subscription or asset of each executed line, or adds the units to the one that a quantity change names,
 * and queues their provisioning. One-off products make none. See docs/domain.md, section 3.
 */
export async function writeSubscriptions(
  tx: Tx,
  ctx: Ctx,
  order: { id: string; accountId: string; currency: string },
  executed: readonly ExecutionLine[],
  startDate: string,
): Promise<void> {
  const lines: Line[] = executed
    .filter(({ item }) => item.productType !== "one_off")
    .map((line) => ({ ...line, subscriptionId: line.item.subscriptionId ?? randomUUID() }));
  await createSubscriptions(
    tx,
    ctx,
    order,
    lines.filter(({ item }) => item.itemType !== "quantity_change"),
    startDate,
  );
  await changeQuantities(
    tx,
    ctx,
    lines.filter(({ item }) => item.itemType === "quantity_change"),
  );
  await queueProvisioning(tx, ctx, lines);
}

async function createSubscriptions(
  tx: Tx,
  ctx: Ctx,
  order: { id: string; accountId: string; currency: string },
  lines: readonly Line[],
  startDate: string,
): Promise<void> {
  await insertRows(
    tx,
    "subscriptions",
    lines.map(({ item, quantity, subscriptionId }) => ({
      organizationId: ctx.organizationId,
      id: subscriptionId,
      type: item.productType === "asset" ? ("asset" as const) : ("subscription" as const),
      accountId: order.accountId,
      productId: item.productId,
      orderId: order.id,
      orderItemId: item.id,
      description: item.description,
      startDate: new Date(startDate),
      quantity,
      unitPrice: item.unitPrice.toFixed(),
      currency: order.currency,
      billingPeriod: item.billingPeriod,
      trial: item.itemType === "trial",
      createdAt: ctx.now,
    })),
  );
}

async function changeQuantities(tx: Tx, ctx: Ctx, lines: readonly Line[]): Promise<void> {
  if (lines.length === 0) return;
  const added = lines.map(({ subscriptionId, quantity }) => ({ id: subscriptionId, units: quantity }));
  const changed = await tx.$executeRaw`
    UPDATE subscriptions SET quantity = quantity + v.units, version = version + 1,
      provisioning_state = CASE provisioning_state WHEN 'provisioned' THEN 'pending' ELSE provisioning_state END
    FROM (
      SELECT id, sum(units)::int AS units FROM jsonb_to_recordset(${JSON.stringify(added)}::jsonb) AS r(id uuid, units int)
      GROUP BY id
    ) AS v
    WHERE organization_id = ${ctx.organizationId}::uuid AND subscriptions.id = v.id AND state = 'active'`;
  // Cancelled since the gates were asked: the next try meets the gate.
  if (changed < new Set(added.map(({ id }) => id)).size) throw new Conflict("A subscription");
}

async function queueProvisioning(tx: Tx, ctx: Ctx, lines: readonly Line[]): Promise<void> {
  if (lines.length === 0) return;
  const tasks = lines.map(({ item, quantity, subscriptionId }) => ({
    organizationId: ctx.organizationId,
    id: randomUUID(),
    subscriptionId,
    orderItemId: item.id,
    action: item.itemType === "quantity_change" ? ("change" as const) : ("provision" as const),
    driver: item.provisioningDriver,
    vendorId: item.vendor?.id ?? null,
    quantity,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  }));
  await insertRows(tx, "provisioning_tasks", tasks);
  const automatic = tasks.filter(({ driver }) => driver !== "manual");
  await addJobs(
    tx,
    automatic.map(({ id }) => provisionJob(ctx, id)),
  );
}
