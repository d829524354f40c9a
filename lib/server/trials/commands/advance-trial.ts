import "server-only";
import { z } from "zod";
import { type TrialStep, trialStep } from "@/lib/domain/trial";
import { startOfDay } from "@/lib/domain/values/day";
import { Id } from "@/lib/schemas/fields";
import type { Ctx } from "../../kernel/ctx";
import { sql, type Tx } from "../../kernel/db";
import { machine } from "../../kernel/definition/caller";
import { task } from "../../kernel/definition/task";
import { NotFound } from "../../kernel/errors";
import { record } from "../../kernel/record";
import { transaction } from "../../kernel/transaction";
import { recordAndTell } from "../../messages/record-and-tell";
import { type LoadedOrder, lockOrder } from "../../orders/tree/load";
import { organizationTimeZone } from "../../organizations/day";
import { endSubscriptions } from "../../provisioning/end-subscriptions";

/** Takes the trial that the worker looks after: docs/domain.md, section 5, "Trials". */
const TrialInput = z.strictObject({ subscriptionId: Id });

/** Names the outcome. `left` means that nothing is due, since another worker did it or the subscription has ended. */
export type TrialOutcome = TrialStep | "left";

type Trial = {
  orderItemId: string;
  description: string;
  quantity: number;
  endsOn: string;
  told: boolean;
  dueAt: Date | null;
  bought: boolean;
};

/**
 * Performs the step of a trial that is due: it tells the customer that the trial ends, or ends it. One transaction makes
 * sure that each step happens once: docs/domain.md, section 5, "Trials". @throws NotFound
 */
export const advanceTrial = task({
  name: "advance_trial",
  caller: machine("system", "order:execute"),
  input: TrialInput,
  run: ({ ctx }, { subscriptionId }) => advance(ctx, subscriptionId),
});

function advance(ctx: Ctx, subscriptionId: string): Promise<TrialOutcome> {
  return transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, ctx, await orderOf(tx, ctx, subscriptionId));
    const trial = await loadTrial(tx, ctx, subscriptionId);
    if (!trial?.dueAt || trial.dueAt > ctx.now) return "left";
    const timeZone = await organizationTimeZone(tx, ctx);
    const step = trialStep(trial, ctx.now, timeZone);
    if (step === "end") await end(tx, ctx, order, subscriptionId, trial);
    else {
      const dueAt = startOfDay(trial.endsOn, timeZone);
      const data = { trialDueAt: dueAt, ...(step === "tell" && { trialToldAt: ctx.now }) };
      await tx.subscription.updateMany({ where: { id: subscriptionId }, data });
    }
    if (step === "tell") {
      const { description: item, quantity, endsOn } = trial;
      const event = { orderId: order.part.id, statusLabel: order.row.status.description };
      const after = { item, quantity, endsOn };
      await recordAndTell(tx, ctx, order, [{ ...event, kind: "order.trial_ending", after }]);
    }
    return step;
  });
}

async function orderOf(tx: Tx, { organizationId }: Ctx, id: string): Promise<string> {
  const subscription = await tx.subscription.findUnique({
    where: { organizationId_id: { organizationId, id } },
    select: { order: { select: { code: true } } },
  });
  if (!subscription) throw new NotFound("subscription", id);
  return subscription.order.code;
}

/** Loads a trial. It is bought if the account has a subscription of the same product that is no trial. */
async function loadTrial(tx: Tx, { organizationId }: Ctx, id: string): Promise<Trial | undefined> {
  const [trial] = await tx.$queryRaw<Trial[]>(sql`
    SELECT order_item_id AS "orderItemId", description, quantity, trial_ends_on::text AS "endsOn",
      trial_told_at IS NOT NULL AS told, trial_due_at AS "dueAt", EXISTS (
        SELECT FROM subscriptions AS own
        WHERE own.organization_id = trial.organization_id AND own.account_id = trial.account_id
          AND own.product_id = trial.product_id AND NOT own.trial AND own.state = 'active') AS bought
    FROM subscriptions AS trial
    WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid AND state = 'active'
    FOR NO KEY UPDATE OF trial`);
  return trial;
}

/** Ends the trial. What was bought goes on with what its vendor has set up; otherwise it is taken down. */
async function end(
  tx: Tx,
  ctx: Ctx,
  { part, row }: LoadedOrder,
  id: string,
  { orderItemId, description, endsOn, bought }: Trial,
): Promise<void> {
  if (bought) {
    await tx.$executeRaw(sql`
      UPDATE subscriptions SET state = 'cancelled', end_date = ${endsOn}::date, trial_due_at = NULL, version = version + 1
      WHERE organization_id = ${ctx.organizationId}::uuid AND id = ${id}::uuid`);
  } else await endSubscriptions(tx, ctx, [orderItemId], endsOn);
  const statusLabel = row.status.description;
  const after = { item: description, bought };
  await record(tx, ctx, [{ orderId: part.id, kind: "order.trial_ended", statusLabel, after }]);
}
