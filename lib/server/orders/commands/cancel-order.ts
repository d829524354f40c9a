import "server-only";
import { z } from "zod";
import { cancelledLines } from "@/lib/domain/order/amounts/shown-lines";
import type { NotOpen, OrderRefused } from "@/lib/domain/order/holds/refusal";
import { type CancellationPlan, planCancellation } from "@/lib/domain/order/moves/cancellation";
import { applyChanges } from "@/lib/domain/order/moves/changes";
import { remainderFacts } from "@/lib/domain/order/moves/shown";
import { pickStatus } from "@/lib/domain/order-status/pick";
import { systemCombinations } from "@/lib/domain/order-status/system-statuses";
import { type Amount, sum } from "@/lib/domain/values/money";
import { ok, type Result } from "@/lib/domain/values/result";
import { CancelOrderInput, OrderCode } from "@/lib/schemas/orders";
import { reservedOf } from "../../billing/reservations";
import type { Ctx } from "../../kernel/ctx";
import type { Tx } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { recordAndTell } from "../../messages/record-and-tell";
import { notCancellable } from "../refusals";
import { type LoadedOrder, lockOrder, requireSeenOrder } from "../tree/load";
import { chooseStatus, loadStatuses, type StatusRow, type statusRefused } from "../tree/statuses";
import { writeChanges } from "../tree/write";

export const CancelledOrder = z.object({
  code: OrderCode,
  /** Tells whether only the remainder was canceled: a partly executed primary then ends as Executed. */
  remainderOnly: z.boolean(),
});
type CancelledOrder = z.output<typeof CancelledOrder>;

/**
 * Cancels an open order with a reason status: a sub-order's items return to the primary, and a partly executed
 * primary loses its remainder and ends as Executed. See docs/domain.md, section 2, "Cancel".
 */
export const cancelOrder = command({
  name: "order.cancel",
  caller: staff("order:cancel"),
  input: CancelOrderInput,
  output: CancelledOrder,
  refusals: refusals(...notCancellable),
  run: ({ tx, ctx }, input) => cancelWithin(tx, ctx, input),
});

type Input = z.output<typeof CancelOrderInput>;
type Cancelled = Result<
  CancelledOrder,
  NotOpen | OrderRefused<(typeof statusRefused)[number] | "changed_since_seen">
>;

/** Cancels an order within the transaction of a larger change. The caller has checked the permission. */
export async function cancelWithin(tx: Tx, ctx: Ctx, input: Input): Promise<Cancelled> {
  return cancelLocked(tx, ctx, await lockOrder(tx, ctx, input.code), input);
}

/** Cancels an order that the larger change has locked and loaded, and that is as it is in the database. */
export async function cancelLocked(
  tx: Tx,
  ctx: Ctx,
  order: LoadedOrder,
  input: Omit<Input, "code">,
): Promise<Cancelled> {
  const asSeen = requireSeenOrder(order, input, () => remainderFacts(order.tree, order.part));
  if (!asSeen.ok) return asSeen;
  const statuses = await loadStatuses(tx, ctx);
  const reason = chooseStatus(statuses, input.statusId, ["cancelled"], "canceled");
  return reason.ok
    ? cancelAs(tx, ctx, order, { reason: reason.value, statuses, comment: input.comment })
    : reason;
}

/** Cancels a locked order with a reason that is already settled: a user chose it, or it is the reseller's. */
export async function cancelAs(
  tx: Tx,
  ctx: Ctx,
  order: LoadedOrder,
  { reason, statuses, comment }: { reason: StatusRow; statuses: readonly StatusRow[]; comment: string },
): Promise<Result<CancelledOrder, NotOpen>> {
  const plan = planCancellation(order.tree, order.part);
  if (!plan.ok) return plan;

  const executed = pickStatus(statuses, systemCombinations.executed);
  const statusFor = (_: string, stage: "executed" | "cancelled") =>
    stage === "executed" ? executed : reason;
  // This must be read before the order ends, because the end turns it into ordinary credit of the account.
  const released = await reservedOf(tx, ctx, order.tree.primary.id);
  await writeChanges(tx, ctx, order, plan.value.changes, statusFor);
  await recordCancellation(tx, ctx, order, plan.value, { reason, statusFor, comment, released });
  return ok({ code: order.part.code, remainderOnly: plan.value.remainderOnly });
}

async function recordCancellation(
  tx: Tx,
  ctx: Ctx,
  order: LoadedOrder,
  plan: CancellationPlan,
  told: {
    reason: StatusRow;
    statusFor: (orderId: string, stage: "executed" | "cancelled") => StatusRow;
    comment: string;
    /** Holds what was paid for the order and not used for any invoice. */
    released: Amount;
  },
): Promise<void> {
  const { rows, part, isPrimary, primaryRow, tree } = order;
  const { reason, statusFor, comment, released } = told;
  const lines = cancelledLines(applyChanges(tree, plan.changes));
  const open = {
    items: lines.map(({ item, quantity }) => ({ product: item.description, quantity })),
    total: sum(lines.map(({ amounts }) => amounts.total)).toFixed(),
  };
  const ended = plan.changes.ended.map(({ orderId, stage }) => ({
    orderId,
    kind: "order.cancelled" as const,
    statusLabel: statusFor(orderId, stage).description,
    before: { status: rows.get(orderId)?.status.description ?? "" },
    after: {
      status: statusFor(orderId, stage).description,
      ...(stage === "executed" ? { remainderCancelled: reason.description } : {}),
      ...(orderId === part.id ? isPrimary && open : { with: part.code }),
      ...(orderId === primaryRow.id && released.greaterThan(0) ? { released: released.toFixed() } : {}),
    },
    comment: comment || undefined,
  }));
  const returned = isPrimary
    ? []
    : [
        {
          orderId: primaryRow.id,
          kind: "order.returned" as const,
          statusLabel: primaryRow.status.description,
          after: {
            subOrder: part.code,
            items: part.items.map(({ description, quantity }) => ({ product: description, quantity })),
          },
          comment: comment || undefined,
        },
      ];
  await recordAndTell(tx, ctx, order, [...ended, ...returned]);
}
