import "server-only";
import { z } from "zod";
import { requireOpen } from "@/lib/domain/order/holds/open";
import { missingValues, planFillIn } from "@/lib/domain/order/moves/fill-in";
import type { OrderPart, OrderTree } from "@/lib/domain/order/tree/order";
import { isDraft, isUnexecuted } from "@/lib/domain/order-status/combination";
import { ok } from "@/lib/domain/values/result";
import { Id } from "@/lib/schemas/fields";
import { Configuration, OrderCode } from "@/lib/schemas/orders";
import type { Tx } from "../../../kernel/db";
import { command } from "../../../kernel/definition/command";
import { refusals } from "../../../kernel/definition/refusals";
import { NotFound } from "../../../kernel/errors";
import { record } from "../../../kernel/record";
import { executeLocked } from "../../../orders/commands/execute-order";
import { notOpen } from "../../../orders/refusals";
import { itemSummary } from "../../../orders/tree/items";
import type { LoadedOrder } from "../../../orders/tree/load";
import { loadStatuses } from "../../../orders/tree/statuses";
import { holdFacts, inPlace } from "../../../orders/tree/write";
import { tryAgain } from "../../../scheduling/try-again";
import { type CustomerCtx, customers } from "../../customer";
import { executeSubmitted, GoesOn, type Tried, tried } from "../../execute-submitted";
import { lockOwnOrder } from "../own-order";

/** Takes values that an order waits for, by the item of the primary order. */
const FillInValuesInput = z.strictObject({
  code: OrderCode,
  items: z
    .array(z.strictObject({ itemId: Id, values: Configuration }))
    .min(1)
    .max(500),
});

/**
 * Fills in values that one of the account's orders waits for. The last value executes an order that the customer placed,
 * unless something else holds it. See docs/domain.md, section 5, "Missing values". @throws NotFound
 */
export const fillInValues = command({
  name: "own-order.fill-in",
  caller: customers("storefront:change-orders"),
  input: FillInValuesInput,
  output: GoesOn,
  refusals: refusals("not_asked", "filled_in", ...notOpen, "invalid_input"),
  async run({ tx, ctx, who: customer }, { code, items }) {
    const order = await lockOwnOrder(tx, customer, code);
    if (isDraft(order.part.status)) throw new NotFound("order", code);
    const plan = planFillIn(order.tree, items);
    if (!plan.ok) return plan;
    const asItIs: Tried = { code, heldBy: [], unanswered: false };
    if (plan.value.length === 0) return ok(asItIs);
    const open = requireOpen(order.part);
    if (!open.ok) return open;

    const after = withParts(order.tree, plan.value);
    await write(tx, customer, order, after, plan.value);
    if (missingValues(after).length > 0) return ok(asItIs);
    await tryAgain(tx, ctx, order);
    if (!goesOnByItself(order)) return ok(asItIs);
    const filled = { order: inPlace(order, after.primary), statuses: await loadStatuses(tx, ctx) };
    return ok(tried(code, await executeLocked(tx, ctx, filled, {})));
  },
  finish: async ({ ctx }, _, filled) => ok(await executeSubmitted(ctx, filled)),
});

/**
 * Tells whether the order is executed without staff. Placing it was the customer's wish to have it executed; staff execute
 * what they enter or deliver in parts.
 */
export function goesOnByItself({ tree, part, row }: LoadedOrder): boolean {
  return row.source === "storefront" && tree.subOrders.length === 0 && isUnexecuted(part.status);
}

function withParts(tree: OrderTree, parts: readonly OrderPart[]): OrderTree {
  const now = (part: OrderPart) => parts.find(({ id }) => id === part.id) ?? part;
  return { ...tree, primary: now(tree.primary), subOrders: tree.subOrders.map(now) };
}

async function write(
  tx: Tx,
  { ctx }: CustomerCtx,
  { tree, rows }: LoadedOrder,
  after: OrderTree,
  parts: readonly OrderPart[],
): Promise<void> {
  const { organizationId, now } = ctx;
  const items = parts.flatMap((part) => part.items.map(({ id, configuration }) => ({ id, configuration })));
  await tx.$executeRaw`
    UPDATE order_items SET configuration = v.configuration
    FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb) AS v(id uuid, configuration jsonb)
    WHERE organization_id = ${organizationId}::uuid AND order_items.id = v.id`;
  // A gate that holds a sub-order also holds its primary.
  const touched = [after.primary, ...parts.filter(({ id }) => id !== after.primary.id)];
  const holds = touched.map((part) => ({ id: part.id, unconfigured: holdFacts(after, part).unconfigured }));
  await tx.$executeRaw`
    UPDATE orders SET unconfigured = v.unconfigured, version = version + 1, updated_at = ${now}
    FROM jsonb_to_recordset(${JSON.stringify(holds)}::jsonb) AS v(id uuid, unconfigured boolean)
    WHERE organization_id = ${organizationId}::uuid AND orders.id = v.id`;
  const before = [tree.primary, ...tree.subOrders];
  await record(
    tx,
    ctx,
    parts.map((part) => ({
      orderId: part.id,
      kind: "order.edited" as const,
      statusLabel: rows.get(part.id)?.status.description ?? "",
      before: { items: before.find(({ id }) => id === part.id)?.items.map(itemSummary) ?? [] },
      after: { items: part.items.map(itemSummary) },
    })),
  );
}
