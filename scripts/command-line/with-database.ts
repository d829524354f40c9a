import type { DatabaseUrls } from "../../lib/server/database/application-role";
import { runningDatabase, startEmbeddedPostgres } from "../../lib/server/database/embedded-postgres/start";
import { migrateAsOwner } from "../../lib/server/database/migrations";
import { type Config, readConfig } from "../../lib/server/kernel/config";
import { fail, loadEnvironment } from "./task";

/**
 * Runs a command-line task on the migrated database: that of DATABASE_URL, or the embedded one, which is started for
 * the while unless the product is running. The task works as the application's role, and the owner's migrates.
 */
export async function withDatabase(
  task: (config: Config, database: DatabaseUrls) => Promise<void>,
): Promise<void> {
  try {
    loadEnvironment();
    const config = readConfig(process.env);
    const running = ownDatabase(config) ?? runningDatabase(config.dataDir);
    const started = running ? undefined : await startEmbeddedPostgres(config.dataDir);
    const database = running ?? (started as DatabaseUrls);
    Object.assign(
      process.env,
      { DATABASE_URL: database.url, DATABASE_OWNER_URL: "" },
      config.embedded && { EMBEDDED_DATABASE: "true" },
    );
    try {
      await migrateAsOwner(database);
      await task(config, database);
    } finally {
      await started?.stop();
    }
  } catch (error) {
    fail(error);
  }
  process.exit(0);
}

/** Returns the addresses of the database that somebody has set, or undefined if it is the embedded one. */
export function ownDatabase({ databaseUrl, databaseOwnerUrl }: Config): DatabaseUrls | undefined {
  return databaseUrl ? { url: databaseUrl, ownerUrl: databaseOwnerUrl ?? databaseUrl } : undefined;
}
