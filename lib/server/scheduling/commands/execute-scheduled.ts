import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type ListPrice, reprice } from "@/lib/domain/order/amounts/repricing";
import type { NotDone } from "@/lib/domain/order/holds/not-done";
import type { OrderRefusal } from "@/lib/domain/order/holds/refusal";
import type { OrderItem } from "@/lib/domain/order/tree/order";
import { pickStatus } from "@/lib/domain/order-status/pick";
import { systemCombinations } from "@/lib/domain/order-status/system-statuses";
import { maxAttempts } from "@/lib/domain/scheduling/schedule";
import { localDay } from "@/lib/domain/values/day";
import type { Result } from "@/lib/domain/values/result";
import { OrderCode } from "@/lib/schemas/orders";
import type { Ctx } from "../../kernel/ctx";
import type { Tx } from "../../kernel/db";
import { machine } from "../../kernel/definition/caller";
import { type TaskScope, task } from "../../kernel/definition/task";
import { log } from "../../kernel/log";
import { transaction } from "../../kernel/transaction";
import { recordAndTell } from "../../messages/record-and-tell";
import { executeOrder } from "../../orders/commands/execute-order";
import { type LoadedOrder, lockOrder } from "../../orders/tree/load";
import { loadPrices, writePrices } from "../../orders/tree/price-list";
import { loadStatuses } from "../../orders/tree/statuses";
import { cachedSums, writeStatus } from "../../orders/tree/write";
import { giveBack, returnToSchedule } from "../give-back";
import { writeSchedule } from "../schedule";

/** Takes the code of an order for a scheduled execution: docs/domain.md, section 5. */

const ScheduledOrderInput = z.strictObject({ code: OrderCode });

/**
 * Names the outcome. `left` means that the order is not to be tried now: it is not due, another worker has it, or it
 * has ended.
 */
export type ScheduledOutcome = "executed" | "given_back" | "left";

/** Exceeds the time that an execution and its outside questions take. After it, another worker takes over. */
const leaseMs = 60_000;

/** Holds what does not come from the database. Tests pass their own. */
type Environment = { clock: () => Date; execute: Execute };
export type Execute = (ctx: Ctx, input: unknown) => Promise<Result<unknown, OrderRefusal>>;

/**
 * Tries a due order: it sets Executing at the day's prices, then executes the order as a person would, or gives it back with
 * the reason. If the worker is killed, another one takes over, and one transaction ensures a single execution:
 * docs/domain.md, section 5. @throws NotFound
 */
export const executeScheduled = task({
  name: "execute_scheduled",
  caller: machine("scheduler", "order:execute"),
  input: ScheduledOrderInput,
  run: ({ ctx, environment }: TaskScope<Environment>, { code }) => executeWhenDue(ctx, code, environment),
});

async function executeWhenDue(
  ctx: Ctx,
  code: string,
  { clock = () => new Date(), execute = executeOrder }: Partial<Environment>,
): Promise<ScheduledOutcome> {
  const taken = await take(ctx, code);
  if (!taken) return "left";
  const failure = await attempt({ ...ctx, now: clock() }, code, taken.timeZone, execute);
  if (failure === null) return "executed";
  return giveBack({ ...ctx, now: clock() }, code, taken.lease, failure);
}

/** Holds the lease, which is also the fence: a worker that finds another lease is too late. */
type Taken = { lease: Date; timeZone: string };

/** Takes the order for as long as an execution may need; undefined if it is not to be tried now. */
function take(ctx: Ctx, code: string): Promise<Taken | undefined> {
  return transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, ctx, code);
    const { schedule } = order.tree;
    if (!schedule?.nextAttemptAt || new Date(schedule.nextAttemptAt) > ctx.now) return undefined;
    const { type } = order.part.status;
    if (type !== "scheduled" && type !== "executing") return undefined;
    if (schedule.attempts >= maxAttempts) {
      await returnToSchedule(tx, ctx, order, { reason: "interrupted" });
      return undefined;
    }

    const attempts = schedule.attempts + 1;
    const lease = new Date(ctx.now.getTime() + leaseMs);
    await writeSchedule(tx, ctx, order.part.id, { ...schedule, attempts, nextAttemptAt: lease });
    await begin(tx, ctx, order, attempts);
    return { lease, timeZone: schedule.timeZone };
  });
}

/** Sets Executing at the current list prices and tells the customer what changed. */
async function begin(tx: Tx, ctx: Ctx, order: LoadedOrder, attempts: number): Promise<void> {
  const { part, tree, row } = order;
  const status = pickStatus(await loadStatuses(tx, ctx), systemCombinations.executing);
  const repricing = reprice(tree, await loadPrices(tx, ctx, part.items));
  const { changes, before, after } = repricing;
  await writePrices(tx, ctx, changes);
  await writeStatus(tx, ctx, order.part, status, cachedSums(repricing.tree, repricing.tree.primary));
  const day = tree.schedule?.day;
  await recordAndTell(tx, ctx, order, [
    {
      orderId: part.id,
      kind: "order.execution_begun",
      statusLabel: status.description,
      before: { status: row.status.description },
      after: { status: status.description, attempts },
    },
    ...(changes.length > 0
      ? [
          {
            orderId: part.id,
            kind: "order.repriced" as const,
            statusLabel: status.description,
            before: { total: before.toFixed(), items: changes.map(({ item }) => priced(item, item)) },
            after: {
              total: after.toFixed(),
              items: changes.map(({ item, price }) => priced(item, price)),
              ...(day && { day }),
            },
          },
        ]
      : []),
  ]);
}

function priced(item: OrderItem, price: ListPrice) {
  return {
    product: item.description,
    quantity: item.quantity,
    unitPrice: price.unitPrice.toFixed(),
    discountPercent: item.discountPercent.toFixed(),
    taxRate: price.taxRate.toFixed(),
  };
}

/**
 * Executes like any other execution, starting on the current day where the day was chosen. Answers why it failed, or null
 * once the order is executed, by this attempt or another.
 */
async function attempt(ctx: Ctx, code: string, timeZone: string, execute: Execute): Promise<NotDone | null> {
  try {
    const result = await execute(ctx, { code, startDate: localDay(ctx.now, timeZone) });
    if (result.ok || ended(result.refusal)) return null;
    return result.refusal;
  } catch (error) {
    const id = randomUUID().slice(0, 8);
    log.error({ err: error, id, event: "execute_scheduled", code }, "A scheduled order failed");
    return { reason: "failed_here", error: id };
  }
}

function ended({ reason }: OrderRefusal): boolean {
  return reason === "already_executed" || reason === "already_cancelled";
}
