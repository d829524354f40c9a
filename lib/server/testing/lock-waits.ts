import "server-only";
import { unscoped } from "../kernel/db";

/** Returns the process numbers of the connections to the test's database that wait for a lock, in no order. */
export async function lockWaits(): Promise<number[]> {
  const rows = await unscoped().$queryRaw<{ pid: number }[]>`
    SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return rows.map(({ pid }) => pid);
}

/** Stops the statement of a connection, as the database does with one that takes too long. */
export async function cancelStatement(pid: number): Promise<void> {
  await unscoped().$executeRaw`SELECT pg_cancel_backend(${pid}::int)`;
}
