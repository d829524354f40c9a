import "server-only";
import { sql, unscoped } from "../kernel/db";

/** Names the class of the advisory locks of living workers. Each process holds one per pool. */
export const workerLock = 7_315_004;

/** Counts the pools of workers that live, on whatever machine. */
export async function livingWorkers(): Promise<number> {
  const [answer] = await unscoped().$queryRaw<{ living: number }[]>(sql`
    SELECT count(*)::int AS living FROM pg_locks
    WHERE locktype = 'advisory' AND classid = ${workerLock}::int::oid AND granted
      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`);
  return answer?.living ?? 0;
}
