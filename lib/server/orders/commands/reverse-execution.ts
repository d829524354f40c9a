import "server-only";
import { z } from "zod";
import type { EventUnits } from "@/lib/domain/events/order-event";
import { planReversal, type ReversalPlan, unitsToReverse } from "@/lib/domain/order/moves/reversal";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import { Id } from "@/lib/schemas/fields";
import { Comment, OrderCode, Shown } from "@/lib/schemas/orders";
import { lockCredit } from "../../billing/credit";
import {
  releaseAllocations,
  type WrittenCreditNote,
  writeCreditNotes,
} from "../../billing/write-credit-notes";
import type { Ctx } from "../../kernel/ctx";
import type { Tx } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { preview } from "../../kernel/definition/preview";
import { type RefusedBy, refusals } from "../../kernel/definition/refusals";
import { SeenOtherwise } from "../../kernel/seen";
import { recordAndTell } from "../../messages/record-and-tell";
import { organizationDay } from "../../organizations/day";
import { endSubscriptions } from "../../provisioning/end-subscriptions";

import { type LoadedOrder, lockOrder } from "../tree/load";
import { lockReversalFacts } from "../tree/reversal-facts";
import { loadReversalOutcome, type Reversed } from "../tree/reversal-outcome";
import { chooseStatus, loadStatuses, type StatusRow, statusRefused } from "../tree/statuses";
import { writeChanges } from "../tree/write";

const ReverseOrderInput = z.strictObject({
  code: OrderCode,
  ...Shown,
  /** Takes the reason: a status of Type Cancelled that a user may set. Blank means the one with the lowest No. */
  statusId: Id.optional(),
  comment: Comment.refine((value) => value !== "", "Say what went wrong."),
});

/** Takes no reason, because a person asks for the preview before choosing one. */
const PreviewReversalInput = ReverseOrderInput.pick({ code: true });

const ReversedOrder = z.object({
  code: OrderCode,
  creditNotes: z.array(z.custom<WrittenCreditNote>()),
  /** Holds what had been paid of the invoices and is now credit of the account, as decimal text. */
  released: z.string(),
});

const reversal = {
  caller: staff("order:reverse"),
  refusals: refusals(
    "not_executed",
    "already_reversed",
    "moved_in",
    "already_cancelled",
    "executed_together",
    "changed_since",
    ...statusRefused,
  ),
};

/**
 * Reverses an execution in one transaction: it credits each invoice, releases payments, ends and de-provisions
 * subscriptions, and cancels the order with the reason. It deletes nothing. See docs/domain.md, sections 2 and 3.
 */
export const reverseExecution = command({
  ...reversal,
  name: "order.reverse",
  input: ReverseOrderInput,
  output: ReversedOrder,
  async run({ tx, ctx }, input) {
    const reversed = await reverseWithin(tx, ctx, input);
    if (!reversed.ok) return reversed;
    if (input.seen !== undefined) {
      const { shown } = await loadReversalOutcome(tx, ctx, reversed.value);
      if (shown.seen !== input.seen) throw new SeenOtherwise(shown);
    }
    const { code, creditNotes, released } = reversed.value;
    return ok({ code, creditNotes, released });
  },
});

/** Answers what `reverseExecution` would do. */
export const previewReversal = preview({
  ...reversal,
  name: "order.preview-reversal",
  input: PreviewReversalInput,
  async run({ tx, ctx }, input) {
    const reversed = await reverseWithin(tx, ctx, { ...input, comment: "" });
    return reversed.ok ? ok(await loadReversalOutcome(tx, ctx, reversed.value)) : reversed;
  },
});

async function reverseWithin(
  tx: Tx,
  ctx: Ctx,
  input: { code: string; statusId?: string | undefined; comment: string },
): Promise<Result<Reversed, RefusedBy<typeof reversal.refusals>>> {
  const order = await lockOrder(tx, ctx, input.code);
  if (order.primaryRow.movedIn) return refuse({ reason: "moved_in" });
  const statuses = await loadStatuses(tx, ctx);
  const reason = chooseStatus(statuses, input.statusId, ["cancelled"], "canceled");
  if (!reason.ok) return reason;
  await lockCredit(tx, ctx, order.row.billingTo.id);
  const itemIds = unitsToReverse(order.tree, order.part).map(({ itemId }) => itemId);
  const plan = planReversal(order.tree, order.part, await lockReversalFacts(tx, ctx, itemIds));
  if (!plan.ok) return plan;

  const { changes, invoiceIds } = plan.value;
  const today = await organizationDay(tx, ctx);
  await writeChanges(tx, ctx, order, changes, () => reason.value);
  await endSubscriptions(tx, ctx, itemIds, today);
  const released = await releaseAllocations(tx, ctx, invoiceIds);
  const creditNotes = await writeCreditNotes(tx, ctx, invoiceIds, today);
  await recordReversal(tx, ctx, order, plan.value, {
    reason: reason.value,
    creditNotes,
    released,
    comment: input.comment,
  });
  return ok({ code: order.part.code, itemIds, creditNotes, released });
}

function reversedUnits({ tree }: LoadedOrder, { changes }: ReversalPlan): EventUnits[] {
  const units = new Map(changes.reversed.map(({ itemId, units }) => [itemId, units]));
  const items = [tree.primary, ...tree.subOrders].flatMap(({ items }) => items);
  return items.flatMap(({ id, description }) => {
    const quantity = units.get(id);
    return quantity ? [{ product: description, quantity }] : [];
  });
}

/** Records the reversal on every order that ends with it, and always on the primary of a reversed sub-order. */
async function recordReversal(
  tx: Tx,
  ctx: Ctx,
  order: LoadedOrder,
  plan: ReversalPlan,
  made: { reason: StatusRow; creditNotes: WrittenCreditNote[]; released: string; comment: string },
): Promise<void> {
  const { reason, creditNotes, released, comment } = made;
  const { rows, part, isPrimary, primaryRow } = order;
  const items = reversedUnits(order, plan);
  const ended = plan.changes.ended.map(({ orderId }) => orderId);
  const told = isPrimary || ended.includes(primaryRow.id) ? ended : [...ended, primaryRow.id];
  await recordAndTell(
    tx,
    ctx,
    order,
    told.map((orderId) => {
      const before = rows.get(orderId)?.status.description ?? "";
      const status = ended.includes(orderId) ? reason.description : before;
      return {
        orderId,
        kind: "order.reversed" as const,
        statusLabel: status,
        before: { status: before },
        after: {
          status,
          ...(orderId === part.id ? { creditNotes, released, items } : { with: part.code }),
        },
        comment: comment || undefined,
      };
    }),
  );
}
