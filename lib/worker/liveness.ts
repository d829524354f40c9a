import pg from "pg";
import { workerLock } from "../server/database/worker-locks";
import { sql, unscoped } from "../server/kernel/db";
import { log } from "../server/kernel/log";

export type Liveness = {
  /** Claims the jobs of this pool of workers from now on. */
  add(poolId: string): void;
  /** Resolves when the connection is gone, so that the database takes the pool for dead. */
  lost: Promise<void>;
  end(): Promise<void>;
};

/** Tells the other workers which pools live here, for exactly as long as this process and its connection live. */
export async function holdLiveness(connectionString: string): Promise<Liveness> {
  const client = new pg.Client({ connectionString, application_name: "order-desk worker", keepAlive: true });
  const lost = new Promise<void>((resolve) => {
    client.once("error", () => resolve());
    client.once("end", () => resolve());
  });
  await client.connect();
  // Errors that follow the first one on a broken connection add nothing.
  client.on("error", () => {});
  let told: Promise<unknown> = Promise.resolve();
  const tell = (poolId: string) =>
    client.query("SELECT pg_advisory_lock($1, hashtext($2))", [workerLock, poolId]).catch((error) => {
      log.warn({ err: error, event: "worker_liveness" }, "A worker could not say that it lives");
    });
  return {
    add: (poolId) => {
      told = told.then(() => tell(poolId));
    },
    lost,
    end: () => client.end(),
  };
}

/**
 * Releases the jobs of dead workers, which the queue would keep for hours, and returns those workers. Spares jobs that were
 * taken just now, because their worker may not have said yet that it lives.
 */
export async function releaseDeadWorkers(): Promise<string[]> {
  const [answer] = await unscoped().$queryRaw<{ dead: string[] | null }[]>(sql`
    WITH dead AS MATERIALIZED (
      SELECT array_agg(locked_by) AS ids FROM (
        SELECT DISTINCT locked_by FROM graphile_worker.jobs
        WHERE locked_by IS NOT NULL AND locked_at < now() - interval '5 seconds'
      ) AS holders
      WHERE pg_try_advisory_xact_lock(${workerLock}::int, hashtext(locked_by))
    )
    SELECT ids AS dead, graphile_worker.force_unlock_workers(ids)::text FROM dead`);
  return answer?.dead ?? [];
}
