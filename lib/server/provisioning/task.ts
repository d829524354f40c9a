import "server-only";
import type { ProvisioningDriver, ProvisioningState } from "@/lib/domain/provisioning";
import type { Ctx } from "../ctx";
import { Prisma, type Tx } from "../db";
import { NotFound } from "../errors";
import type { Job } from "../jobs";

export type Task = {
  id: string;
  subscriptionId: string;
  state: ProvisioningState;
  driver: ProvisioningDriver;
  action: "provision" | "change";
  quantity: number;
  attempts: number;
  nextAttemptAt: Date | null;
  settings: Prisma.JsonValue;
  description: string;
  /** Of the execution that made it, for the history. */
  orderId: string;
  statusLabel: string;
};

/** The task, locked until the transaction ends. @throws NotFound */
export async function lockTask(tx: Tx, ctx: Ctx, taskId: string): Promise<Task> {
  const [task] = await tx.$queryRaw<Task[]>(Prisma.sql`
    SELECT task.id, task.subscription_id AS "subscriptionId", task.state, task.driver, task.action, task.quantity,
      task.attempts, task.next_attempt_at AS "nextAttemptAt", product.driver_settings AS settings,
      item.description, item.order_id AS "orderId", status.description AS "statusLabel"
    FROM provisioning_tasks AS task
    JOIN order_items AS item ON item.organization_id = task.organization_id AND item.id = task.order_item_id
    JOIN products AS product ON product.organization_id = item.organization_id AND product.id = item.product_id
    JOIN orders ON orders.organization_id = item.organization_id AND orders.id = item.order_id
    JOIN order_statuses AS status ON status.organization_id = orders.organization_id AND status.id = orders.status_id
    WHERE task.organization_id = ${ctx.organizationId}::uuid AND task.id = ${taskId}::uuid
    FOR UPDATE OF task`);
  if (!task) throw new NotFound("provisioning task", taskId);
  return task;
}

type TaskChange = {
  state: ProvisioningState;
  attempts?: number;
  error: string | null;
  nextAttemptAt: Date | null;
};

/** Writes the task and, in the same transaction, what its subscription shows: the state of its newest task. */
export async function writeTask(tx: Tx, ctx: Ctx, task: Task, change: TaskChange): Promise<void> {
  await tx.provisioningTask.updateMany({ where: { id: task.id }, data: { ...change, updatedAt: ctx.now } });
  await tx.$executeRaw(Prisma.sql`
    UPDATE subscriptions SET provisioning_state = newest.state, provisioning_error = newest.error
    FROM (
      SELECT state, error FROM provisioning_tasks
      WHERE organization_id = ${ctx.organizationId}::uuid AND subscription_id = ${task.subscriptionId}::uuid
      ORDER BY created_at DESC, id DESC LIMIT 1
    ) AS newest
    WHERE organization_id = ${ctx.organizationId}::uuid AND id = ${task.subscriptionId}::uuid`);
}

/** The job that tries a task; a second one replaces the first. */
export function provisionJob(ctx: Ctx, taskId: string, runAt?: Date): Job<"provision"> {
  const payload = { organizationId: ctx.organizationId, taskId };
  return { task: "provision", payload, key: `provision:${taskId}`, ...(runAt && { runAt }) };
}
