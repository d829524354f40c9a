import { runMigrations } from "graphile-worker";

/** Creates or updates the tables of the queue. Commands write to them, so they must exist first. */
export async function migrateJobs(connectionString: string): Promise<void> {
  await runMigrations({ connectionString, noPreparedStatements: true });
}
