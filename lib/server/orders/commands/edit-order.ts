import "server-only";
import type { z } from "zod";
import { requireEditable, requireMovable } from "@/lib/domain/order/holds/open";
import type { OrderRefusal } from "@/lib/domain/order/holds/refusal";
import { remainderFacts } from "@/lib/domain/order/moves/shown";
import type { OrderItem, OrderPart, OrderTree } from "@/lib/domain/order/tree/order";
import type { FieldRefusal } from "@/lib/domain/refusing/field-refusal";
import { requireStillSchedulable } from "@/lib/domain/scheduling/schedule";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import { EditOrderInput } from "@/lib/schemas/orders";
import { loadCredit } from "../../billing/credit";
import { type Ctx, requirePermission } from "../../kernel/ctx";
import type { Tx } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { preview } from "../../kernel/definition/preview";
import { type RefusedBy, refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { SeenOtherwise } from "../../kernel/seen";
import { toBeEnded } from "../queries/get-order";
import { notOpen } from "../refusals";
import { editedItems, writeItems } from "../tree/edited-items";
import { itemSummary } from "../tree/items";
import { type LoadedOrder, loadOrder, lockOrder, requireSeenOrder } from "../tree/load";
import { mayInvoice, otherPayer } from "../tree/payer";
import { loadPrices } from "../tree/price-list";
import { chooseStatus, loadStatuses, type StatusRow, statusRefused } from "../tree/statuses";
import { cachedSums, holdFacts, withStatus } from "../tree/write";
import { cancelAs } from "./cancel-order";
import { executeLocked } from "./execute-order";
import { executeSaved, SavedOrder } from "./saved-order";

type Input = z.output<typeof EditOrderInput>;

const edit = {
  caller: staff("order:edit"),
  input: EditOrderInput,
  refusals: refusals(
    ...notOpen,
    "waits_for_approval",
    "held",
    ...statusRefused,
    "unknown_item",
    "delivery_started",
    "not_schedulable",
    "priced_on_the_day",
    "invalid_input",
  ),
  needs: ({ overrideCredit }: Input) => (overrideCredit ? (["credit:override"] as const) : []),
};
type NotEdited = RefusedBy<typeof edit.refusals>;

/**
 * Changes an open order; in a sub-order, or once delivery has begun, only configuration values can change. A status of Type
 * Automatic Execute or Cancelled executes or cancels the edited order in the same transaction. See docs/domain.md, section
 * 2, "Edit".
 * @throws Conflict when someone else saved in between
 */
export const editOrder = command({
  ...edit,
  name: "order.edit",
  output: SavedOrder,
  run: ({ tx, ctx }, input) => editAndEnd(tx, ctx, input),
  finish: ({ ctx, key }, input, saved) => executeSaved(ctx, key, saved, executionOf(input)),
});

/** Answers what the confirmation shows: what executing or cancelling the edited order would end. */
export const previewEdit = preview({
  ...edit,
  needs: undefined,
  name: "order.preview-edit",
  async run({ tx, ctx }, input) {
    const edited = await editWithin(tx, ctx, input);
    if (!edited.ok) return edited;
    const order = await loadOrder(tx, ctx, input.code);
    const credit = await loadCredit(tx, ctx, order.row.billingTo.id);
    return ok({ ...toBeEnded(ctx, order, credit), version: input.version });
  },
});

async function editAndEnd(tx: Tx, ctx: Ctx, input: Input): Promise<Result<SavedOrder, NotEdited>> {
  const edited = await editWithin(tx, ctx, input);
  if (!edited.ok) return edited;
  const { code } = input;
  const { end, statuses } = edited.value;
  const order = end && (edited.value.unchanged ?? (await lockOrder(tx, ctx, code)));
  if (order && end.type === "cancelled") {
    requireSeenEnd(
      requireSeenOrder(order, { seen: input.seen }, () => remainderFacts(order.tree, order.part)),
    );
    await cancelAs(tx, ctx, order, { reason: end, statuses, comment: input.comment });
  }
  const executed =
    order && end.type === "automatic_execute"
      ? await executeLocked(tx, ctx, { order, statuses }, executionOf(input))
      : edited;
  requireSeenEnd(executed);
  return ok({ code, notExecuted: executed.ok ? null : executed.refusal });
}

/** Rolls the edit back when the order would end differently from what was shown. @throws SeenOtherwise */
function requireSeenEnd(result: Result<unknown, OrderRefusal>): void {
  if (!result.ok && result.refusal.reason === "changed_since_seen")
    throw new SeenOtherwise(result.refusal.now);
}

function executionOf({ code, seen, statusId, startDate, overrideCredit, comment }: Input) {
  return { code, seen, statusId, startDate, overrideCredit, comment };
}

type Edited = {
  end: StatusRow | null;
  statuses: readonly StatusRow[];
  /** Holds the order if it was not edited, so that it need not be loaded again. */
  unchanged?: LoadedOrder;
};

/** Edits the order. An order that is also executed or cancelled keeps its status until then. */
async function editWithin(tx: Tx, ctx: Ctx, input: Input): Promise<Result<Edited, NotEdited>> {
  const order = await lockOrder(tx, ctx, input.code, input.version);
  const open = requireEditable(order.part);
  if (!open.ok) return open;
  const statuses = await loadStatuses(tx, ctx);
  const chosen = chooseMove(ctx, statuses, order, input.statusId);
  if (!chosen.ok) return chosen;
  const { moved, end } = chosen.value;
  const items = await editedItems(tx, ctx, order, input);
  if (!items.ok) return items;
  if (order.part.status.type === "scheduled") {
    const list = await loadPrices(tx, ctx, items.value);
    const schedulable = requireStillSchedulable(order.part, items.value, list);
    if (!schedulable.ok) return schedulable;
  }
  const billingTo = await editedBillingTo(tx, ctx, order, input.billingToId);
  if (!billingTo.ok) return billingTo;

  const part = { ...order.part, items: items.value };
  const tree = withPart(order.tree, part);
  const { row } = order;
  const name = input.name || row.name;
  const label = moved?.description ?? row.status.description;
  const before = summary(row.name, row.note, row.billingTo.name, row.status.description, order.part.items);
  const after = summary(name, input.note, billingTo.value.name, label, items.value);
  // An order that is only executed or cancelled was not edited, so its history must not say so.
  if (end && JSON.stringify(before) === JSON.stringify(after)) return ok({ end, statuses, unchanged: order });

  await tx.order.update({
    where: { organizationId_id: { organizationId: ctx.organizationId, id: part.id } },
    data: {
      name,
      note: input.note,
      billingToId: billingTo.value.id,
      ...(moved && withStatus(moved)),
      ...cachedSums(tree, part),
      version: { increment: 1 },
      updatedAt: ctx.now,
    },
    select: { id: true },
  });
  if (!order.isPrimary) await writePrimaryHolds(tx, ctx, tree);
  await writeItems(tx, ctx, order, items.value);
  const kind = moved ? "order.status_changed" : "order.edited";
  await record(tx, ctx, [{ orderId: part.id, kind, statusLabel: label, before, after }]);
  return ok({ end, statuses });
}

/** Decides what the chosen status means: the order moves there, is executed or cancelled, or stays as it is. */
function chooseMove(
  ctx: Ctx,
  statuses: readonly StatusRow[],
  { part, row }: LoadedOrder,
  statusId: string | undefined,
): Result<{ moved: StatusRow | null; end: StatusRow | null }, NotEdited> {
  if (statusId === undefined || statusId === row.statusId) return ok({ moved: null, end: null });
  const types = ["in_progress", "automatic_execute", "cancelled"] as const;
  const chosen = chooseStatus(statuses, statusId, types, "submitted");
  if (!chosen.ok) return chosen;
  if (chosen.value.type === "automatic_execute") requirePermission(ctx, "order:execute");
  if (chosen.value.type === "cancelled") requirePermission(ctx, "order:cancel");
  if (chosen.value.type !== "in_progress") return ok({ moved: null, end: chosen.value });
  const movable = requireMovable(part);
  return movable.ok ? ok({ moved: chosen.value, end: null }) : movable;
}

function withPart(tree: OrderTree, part: OrderPart): OrderTree {
  if (tree.primary.id === part.id) return { ...tree, primary: part };
  return {
    ...tree,
    subOrders: tree.subOrders.map((subOrder) => (subOrder.id === part.id ? part : subOrder)),
  };
}

/** Writes the holds of the primary, which its open sub-orders share because they are executed with it. */
async function writePrimaryHolds(tx: Tx, ctx: Ctx, tree: OrderTree): Promise<void> {
  await tx.order.update({
    where: { organizationId_id: { organizationId: ctx.organizationId, id: tree.primary.id } },
    data: holdFacts(tree, tree.primary),
    select: { id: true },
  });
}

function summary(name: string, note: string, billingTo: string, status: string, items: readonly OrderItem[]) {
  return { name, note, billingTo, status, items: items.map(itemSummary) };
}

async function editedBillingTo(
  tx: Tx,
  ctx: Ctx,
  { row, rows }: LoadedOrder,
  billingToId: string | undefined,
): Promise<Result<{ id: string; name: string }, NotEdited>> {
  if (billingToId === undefined || billingToId === row.billingTo.id) return ok(row.billingTo);
  if (rows.size > 1) return refuse({ reason: "delivery_started" });
  const key = (id: string) => ({ organizationId_id: { organizationId: ctx.organizationId, id } });
  const account = await tx.account.findUnique({
    where: { ...key(billingToId), active: true },
    select: { id: true, name: true, active: true },
  });
  const buyer = await tx.account.findUniqueOrThrow({
    where: key(row.accountId),
    select: { id: true, billingToId: true },
  });
  if (account && !mayInvoice(ctx, buyer, billingToId)) {
    return refuse({ reason: "invalid_input", problems: [otherPayer] });
  }
  const problems: FieldRefusal[] = [{ reason: "inactive_account", path: "billingToId" }];
  return account ? ok(account) : refuse({ reason: "invalid_input", problems });
}
