import "server-only";
import type { ProvisioningAction, ProvisioningDriver, ProvisioningState } from "@/lib/domain/provisioning";
import type { ProvisioningFailure } from "@/lib/domain/provisioning-failure";
import type { Ctx } from "../kernel/ctx";
import { Prisma, type Tx } from "../kernel/db";
import { NotFound } from "../kernel/errors";
import type { Job } from "../kernel/jobs";
import type { TaskVendor } from "./drivers/driver";

export type Task = {
  id: string;
  subscriptionId: string;
  state: ProvisioningState;
  driver: ProvisioningDriver;
  action: ProvisioningAction;
  orderItemId: string;
  /** Tells whether its item is to be taken down since, because the execution was reversed or the trial has ended. */
  reversed: boolean;
  quantity: number;
  /** Counts all attempts and never starts again. */
  attempts: number;
  /** Counts the attempts before the last retry by a person. */
  earlierAttempts: number;
  round: number;
  nextAttemptAt: Date | null;
  acceptedAt: Date | null;
  settings: Prisma.JsonValue;
  vendor: TaskVendor | null;
  productCode: string;
  configuration: Prisma.JsonValue;
  description: string;
  /** Names the order whose execution created it, for the history. */
  orderId: string;
  orderCode: string;
  statusLabel: string;
};

/**
 * Locks the task and its subscription until the transaction ends, since the subscription shows all of its tasks. It reads
 * the task afterwards, so that it sees a reversal that it waited for. @throws NotFound
 */
export async function lockTask(tx: Tx, ctx: Ctx, taskId: string): Promise<Task> {
  await tx.$queryRaw(Prisma.sql`
    SELECT task.id
    FROM provisioning_tasks AS task
    JOIN subscriptions AS subscription
      ON subscription.organization_id = task.organization_id AND subscription.id = task.subscription_id
    WHERE task.organization_id = ${ctx.organizationId}::uuid AND task.id = ${taskId}::uuid
    FOR UPDATE OF task FOR NO KEY UPDATE OF subscription`);
  const [task] = await tx.$queryRaw<Task[]>(Prisma.sql`
    SELECT task.id, task.subscription_id AS "subscriptionId", task.state, task.driver, task.action, task.quantity,
      task.order_item_id AS "orderItemId", EXISTS (
        SELECT FROM provisioning_tasks AS down
        WHERE down.organization_id = task.organization_id AND down.order_item_id = task.order_item_id
          AND down.action = 'deprovision') AS reversed,
      task.attempts, task.earlier_attempts AS "earlierAttempts", task.round, task.next_attempt_at AS "nextAttemptAt", task.accepted_at AS "acceptedAt",
      product.driver_settings AS settings, product.code AS "productCode", item.configuration, item.description,
      item.order_id AS "orderId", orders.code AS "orderCode", status.description AS "statusLabel",
      CASE WHEN vendor.id IS NOT NULL THEN jsonb_build_object(
        'id', vendor.id, 'name', vendor.name, 'endpoint', vendor.endpoint, 'secret', vendor.secret,
        'timeoutSeconds', vendor.timeout_seconds, 'callbackMinutes', vendor.callback_minutes) END AS vendor
    FROM provisioning_tasks AS task
    JOIN order_items AS item ON item.organization_id = task.organization_id AND item.id = task.order_item_id
    JOIN products AS product ON product.organization_id = item.organization_id AND product.id = item.product_id
    JOIN orders ON orders.organization_id = item.organization_id AND orders.id = item.order_id
    JOIN order_statuses AS status ON status.organization_id = orders.organization_id AND status.id = orders.status_id
    LEFT JOIN vendors AS vendor ON vendor.organization_id = task.organization_id AND vendor.id = task.vendor_id
    WHERE task.organization_id = ${ctx.organizationId}::uuid AND task.id = ${taskId}::uuid`);
  if (!task) throw new NotFound("provisioning task", taskId);
  return task;
}

const worstFirst: ProvisioningState[] = ["failed", "in_progress", "pending", "provisioned"];

type TaskChange = {
  state: ProvisioningState;
  attempts?: number;
  earlierAttempts?: number;
  round?: number;
  error: ProvisioningFailure | null;
  nextAttemptAt: Date | null;
  /** Holds since when its vendor owes a callback, if it does. */
  acceptedAt?: Date;
};

/** Writes the task and, in the same transaction, what its subscription shows. */
export async function writeTask(tx: Tx, ctx: Ctx, task: Task, change: TaskChange): Promise<void> {
  const error = change.error ?? Prisma.DbNull;
  const data = { acceptedAt: null, ...change, error, updatedAt: ctx.now };
  await tx.provisioningTask.updateMany({ where: { id: task.id }, data });
  await showTasks(tx, ctx, [task.subscriptionId]);
}

/**
 * Writes the worst state of its tasks to each subscription, so that a failure stays visible; tasks that a reversal withdrew
 * do not count. The query is materialized because a cached plan from small tables would search the worst tasks again for
 * each subscription.
 */
export async function showTasks(tx: Tx, ctx: Ctx, subscriptionIds: readonly string[]): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    WITH worst AS MATERIALIZED (
      SELECT DISTINCT ON (task.subscription_id) task.subscription_id, task.state, task.error
      FROM provisioning_tasks AS task
      WHERE task.organization_id = ${ctx.organizationId}::uuid AND task.subscription_id = ANY(${subscriptionIds}::uuid[])
        AND (task.action = 'deprovision' OR NOT EXISTS (
          SELECT FROM provisioning_tasks AS down
          WHERE down.organization_id = task.organization_id AND down.order_item_id = task.order_item_id
            AND down.action = 'deprovision'))
      ORDER BY task.subscription_id, array_position(${worstFirst}::text[], task.state::text), task.created_at DESC, task.id DESC
    )
    UPDATE subscriptions SET provisioning_state = worst.state, provisioning_error = worst.error FROM worst
    WHERE organization_id = ${ctx.organizationId}::uuid AND id = worst.subscription_id`);
}

/**
 * Returns the jobs of tasks that are not done by hand. The job of a task that waits for its start runs at that time.
 */
export function provisionJobs(
  ctx: Ctx,
  tasks: readonly { id: string; driver: ProvisioningDriver; nextAttemptAt?: Date | null }[],
): Job<"provision">[] {
  return tasks
    .filter(({ driver }) => driver !== "manual")
    .map(({ id, nextAttemptAt }) => provisionJob(ctx, id, nextAttemptAt ?? undefined));
}

/** Returns the job that tries a task. A second one replaces the first. */
export function provisionJob(ctx: Ctx, taskId: string, runAt?: Date): Job<"provision"> {
  const payload = { organizationId: ctx.organizationId, taskId };
  return { task: "provision", payload, key: `provision:${taskId}`, ...(runAt && { runAt }) };
}
