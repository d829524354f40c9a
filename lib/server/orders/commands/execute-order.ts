import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Credit } from "@/lib/domain/credit";
import type { NotExecutedSince } from "@/lib/domain/events/order-event";
import type { Executor, Gate } from "@/lib/domain/order/holds/gates";
import { nothingAsked, type OutsideAnswers } from "@/lib/domain/order/holds/outside";
import { type ExecutionPlan, planExecution } from "@/lib/domain/order/moves/execution";
import { executionFacts } from "@/lib/domain/order/moves/shown";
import { pickStatus } from "@/lib/domain/order-status/pick";
import { systemCombinations } from "@/lib/domain/order-status/system-statuses";
import { isStaff } from "@/lib/domain/permissions";
import type { ChangedSinceSeen } from "@/lib/domain/seen";
import { ok, type Result } from "@/lib/domain/values/result";
import { ExecuteOrderInput, OrderCode } from "@/lib/schemas/orders";
import { invoiceRows, nextInvoice } from "../../billing/invoice-rows";
import { paidAheadRows } from "../../billing/paid-ahead";
import type { Ctx } from "../../kernel/ctx";
import type { Tx } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { preview } from "../../kernel/definition/preview";
import { type RefusedBy, refusals } from "../../kernel/definition/refusals";
import { insertRows } from "../../kernel/insert-rows";
import { addJobs } from "../../kernel/jobs";
import { recordAndTell, rowsToTell } from "../../messages/record-and-tell";
import { changeQuantities, subscriptionRows } from "../../provisioning/subscription-rows";
import { provisionJobs } from "../../provisioning/task";
import { outside } from "../holds/asking";
import { notExecutable } from "../refusals";
import { type LoadedOrder, lockOrder, requireSeenOrder } from "../tree/load";
import { lockParties } from "../tree/lock-parties";
import { loadOutcome } from "../tree/outcome";
import { planStart, type Start } from "../tree/start";
import { chooseStatus, loadStatuses, type StatusRow } from "../tree/statuses";
import { writeChanges } from "../tree/write";

const ExecutedOrder = z.object({
  code: OrderCode,
  invoiceNumber: z.string(),
  primaryExecuted: z.boolean(),
});
type ExecutedOrder = z.output<typeof ExecutedOrder>;

type Input = z.output<typeof ExecuteOrderInput>;

const execution = {
  caller: staff("order:execute"),
  input: ExecuteOrderInput,
  refusals: refusals(...notExecutable),
  needs: ({ overrideCredit }: Input) => (overrideCredit ? (["credit:override"] as const) : []),
  outside,
};

/**
 * Executes an open order in one transaction: invoice, subscriptions, provisioning, Executed, and the primary's roll-up. A
 * refusal changes nothing except that the order keeps its reason. See docs/domain.md, sections 2 and 3.
 */
export const executeOrder = command({
  ...execution,
  name: "order.execute",
  output: ExecutedOrder,
  run: ({ tx, ctx, answers }, input) => executeWithin(tx, ctx, input, answers),
});

/** Answers what `executeOrder` would create. See docs/domain.md, section 2, "Preview execution". */
export const previewExecution = preview({
  ...execution,
  name: "order.preview-execution",
  async run({ tx, ctx, answers }, input) {
    const executed = await executeWithin(tx, ctx, input, answers);
    return executed.ok ? ok(await loadOutcome(tx, ctx, input.code)) : executed;
  },
});

type Executed = Result<ExecutedOrder, RefusedBy<typeof execution.refusals> | ChangedSinceSeen>;

/**
 * Executes an order within the transaction of a larger change; the caller has checked the permission. After the refusal
 * `unanswered`, the caller runs `executeOrder.perform` once that transaction is over.
 */
export async function executeWithin(
  tx: Tx,
  ctx: Ctx,
  input: Input,
  answers: OutsideAnswers = nothingAsked,
): Promise<Executed> {
  const order = await lockOrder(tx, ctx, input.code);
  return executeLocked(tx, ctx, { order, statuses: await loadStatuses(tx, ctx) }, input, answers);
}

/** Executes an order that the larger change has locked and loaded, and that is as it is in the database. */
export async function executeLocked(
  tx: Tx,
  ctx: Ctx,
  {
    order,
    statuses,
    since,
  }: { order: LoadedOrder; statuses: readonly StatusRow[]; since?: NotExecutedSince },
  input: Omit<Input, "code">,
  answers: OutsideAnswers = nothingAsked,
): Promise<Executed> {
  const status = chooseStatus(statuses, input.statusId, ["automatic_execute"], "executed");
  if (!status.ok) return status;
  const parties = await lockParties(tx, ctx, order.row);
  const asSeen = requireSeenOrder(order, input, () => executionFacts(order.tree, order.part, parties));
  if (!asSeen.ok) return asSeen;
  const plan = planExecution(order.tree, order.part, {
    executor: executorOf(ctx),
    ...parties,
    answers,
    overridden: input.overrideCredit ? ["credit", "credit_check"] : [],
  });
  if (!plan.ok) {
    if (plan.refusal.reason === "held") {
      await keepRefusal(tx, ctx, order, plan.refusal.gates);
      await recordNotExecuted(tx, ctx, order, { gates: plan.refusal.gates, ...(since && { since }) });
    } else if (since && plan.refusal.reason === "unanswered") {
      await recordNotExecuted(tx, ctx, order, { gates: [], since });
    }
    return plan;
  }

  const start = await planStart(tx, ctx, input.startDate);
  if (!start.ok) return start;
  const invoiceNumber = await applyExecution(tx, ctx, order, plan.value, {
    status: status.value,
    statuses,
    start: start.value,
    credit: parties.billingTo.credit,
    comment: [plan.value.overridden.length > 0 && input.overrideCredit?.reason, input.comment]
      .filter(Boolean)
      .join("\n"),
  });
  const ended = plan.value.changes.ended.map(({ orderId }) => orderId);
  return ok({
    code: order.part.code,
    invoiceNumber,
    primaryExecuted: ended.includes(order.tree.primary.id),
  });
}

/**
 * Returns the executor. A person in BSS, or an API key acting for one, may execute non-automatic products and execute
 * early.
 */
function executorOf(ctx: Ctx): Executor {
  const { type, role } = ctx.actor;
  if (type === "scheduler") return "scheduler";
  return (type === "user" || type === "api_key") && isStaff(role) ? "bss_user" : "automatic";
}

/** Writes the whole execution and answers the number of its invoice. */
async function applyExecution(
  tx: Tx,
  ctx: Ctx,
  order: LoadedOrder,
  plan: ExecutionPlan,
  terms: {
    status: StatusRow;
    statuses: readonly StatusRow[];
    start: Start;
    /** Holds the credit of the account that is invoiced. */
    credit: Credit;
    /** Holds the history's comment: the reason for overriding a gate, and any other remark. */
    comment: string;
  },
): Promise<string> {
  const { status, statuses, start } = terms;
  const executed = pickStatus(statuses, systemCombinations.executed);
  const statusFor = (orderId: string) => (orderId === plan.orderId ? status : executed);
  const { currency, billingTo } = order.row;
  const primaryId = order.tree.primary.id;
  const id = randomUUID();
  const payer = { id: billingTo.id, credit: terms.credit };
  // These are chosen before the order ends, because the end releases what was paid for it.
  const paid = await paidAheadRows(tx, ctx, payer, { id, total: plan.total, currency, primaryId });
  await writeChanges(tx, ctx, order, plan.changes, statusFor);
  await changeQuantities(tx, ctx, plan.lines);
  const made = subscriptionRows(ctx, order.row, plan.lines, start);
  await addJobs(tx, provisionJobs(ctx, made.provisioning_tasks));
  const issued = await nextInvoice(tx, ctx, { today: start.today, billingToId: billingTo.id });
  const invoice = issued.number;
  const history = plan.changes.ended.map(({ orderId }) => ({
    orderId,
    kind: "order.executed" as const,
    statusLabel: statusFor(orderId).description,
    before: { status: order.rows.get(orderId)?.status.description ?? "" },
    after: {
      status: statusFor(orderId).description,
      ...(orderId === plan.orderId
        ? {
            ...{ invoice, total: plan.total.toFixed(), startDate: start.day, overridden: plan.overridden },
            items: plan.lines.map(({ item, quantity }) => ({ product: item.description, quantity })),
          }
        : { with: order.part.code }),
      ...(orderId === primaryId && paid.left.greaterThan(0) ? { released: paid.left.toFixed() } : {}),
    },
    comment: terms.comment || undefined,
  }));
  await insertRows(tx, {
    ...made,
    ...invoiceRows(ctx, order.row, plan, { id, ...issued }, start.day),
    ...paid.rows,
    ...(await rowsToTell(tx, ctx, order, history)),
  });
  return invoice;
}

async function keepRefusal(tx: Tx, ctx: Ctx, { part }: LoadedOrder, gates: Gate[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE orders SET last_refusal = ${JSON.stringify(gates)}::jsonb, last_refusal_at = ${ctx.now}
    WHERE organization_id = ${ctx.organizationId}::uuid AND id = ${part.id}::uuid`;
}

/** Records what keeps an order from being executed, and tells whom it concerns. */
export function recordNotExecuted(
  tx: Tx,
  ctx: Ctx,
  order: LoadedOrder,
  after: { gates: readonly Gate[]; since?: NotExecutedSince },
): Promise<void> {
  const { part, row } = order;
  const about = { orderId: part.id, statusLabel: row.status.description };
  return recordAndTell(tx, ctx, order, [{ ...about, kind: "order.execution_refused", after }]);
}
