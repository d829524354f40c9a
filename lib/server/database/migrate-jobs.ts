import { runMigrations } from "graphile-worker";

/** Makes or brings up to date the queue's own tables, which commands write to and so must be there first. */
export async function migrateJobs(connectionString: string): Promise<void> {
  await runMigrations({ connectionString, noPreparedStatements: true });
}
