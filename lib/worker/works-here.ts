import pg from "pg";
import { workerLock } from "../server/database/worker-locks";

/** Tells whether a worker runs at this machine's address. A worker holds its lock for as long as it takes jobs. */
export async function worksHere(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 4_000 });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `SELECT FROM pg_locks JOIN pg_stat_activity USING (pid)
       WHERE locktype = 'advisory' AND classid = $1 AND granted AND client_addr IS NOT DISTINCT FROM inet_client_addr()
         AND datname = current_database()`,
      [workerLock],
    );
    return (rowCount ?? 0) > 0;
  } finally {
    await client.end();
  }
}
