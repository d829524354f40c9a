import "server-only";
import type { Ctx } from "./ctx";
import { type Tx, unscoped } from "./db";
import { transaction } from "./transaction";

/** Lists the worker's tasks and what each job says. */
export type Tasks = {
  provision: { organizationId: string; taskId: string };
  bulk_run: { organizationId: string; runId: string };
  import: { organizationId: string; importId: string };
  send_message: { organizationId: string; id: string };
  execute_scheduled: { organizationId: string; code: string };
  execute_paid: { organizationId: string; paymentId: string };
  make_deliveries: { organizationId: string; webhookId: string };
  deliver_webhook: { organizationId: string; id: string };
  advance_trial: { organizationId: string; subscriptionId: string };
};

export type Job<Name extends keyof Tasks = keyof Tasks> = {
  task: Name;
  payload: Tasks[Name];
  /** Allows one waiting job per key. A second one replaces it. */
  key: string;
  runAt?: Date;
};

/** Queues jobs in the transaction of the change, so that they exist exactly if the change does. */
export async function addJobs(tx: Tx, jobs: readonly Job[]): Promise<void> {
  if (jobs.length === 0) return;
  const specs = jobs.map((job) => ({
    identifier: job.task,
    payload: job.payload,
    job_key: job.key,
    run_at: job.runAt?.toISOString() ?? null,
    max_attempts: 25,
  }));
  await tx.$executeRaw`
    SELECT graphile_worker.add_jobs(array_agg(json_populate_record(NULL::graphile_worker.job_spec, spec)))
    FROM json_array_elements(${JSON.stringify(specs)}::json) AS spec`;
}

/** Removes a waiting job whose work is already done. */
export async function dropJob(db: Pick<Tx, "$queryRaw">, key: string): Promise<void> {
  await db.$queryRaw`SELECT key FROM graphile_worker.remove_job(${key})`;
}

/**
 * Queues a job for each row whose work is overdue, in one transaction per organization, and returns how many. A surplus job is
 * harmless because its task looks at the row.
 */
export async function queueAnew<Row extends { organizationId: string }>(
  rows: readonly Row[],
  ctxFor: (organizationId: string) => Ctx,
  jobFor: (ctx: Ctx, row: Row) => Job,
): Promise<number> {
  for (const organization of new Set(rows.map(({ organizationId }) => organizationId))) {
    const ctx = ctxFor(organization);
    const own = rows.filter(({ organizationId }) => organizationId === organization);
    await transaction(ctx, (tx) =>
      addJobs(
        tx,
        own.map((row) => jobFor(ctx, row)),
      ),
    );
  }
  return rows.length;
}

/** Queues what somebody asked for at sign-in, where nobody knows yet whose organization it is about. */
export async function queueForgotten(email: string): Promise<void> {
  await unscoped().$executeRaw`
    SELECT graphile_worker.add_job('forgotten_password', json_build_object('email', ${email}::text),
      job_key := ${`forgotten_password:${email}`})`;
}
