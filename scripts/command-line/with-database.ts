import { runningDatabaseUrl, startEmbeddedPostgres } from "../../lib/server/database/embedded-postgres/start";
import { migrate } from "../../lib/server/database/migrations";
import { type Config, readConfig } from "../../lib/server/kernel/config";
import { fail, loadEnvironment } from "./task";

/**
 * Runs a command-line task on the migrated database: that of DATABASE_URL, or the embedded one, which is started for
 * the while unless the product is running.
 */
export async function withDatabase(task: (config: Config) => Promise<void>): Promise<void> {
  try {
    loadEnvironment();
    const config = readConfig(process.env);
    const running = config.databaseUrl ?? runningDatabaseUrl(config.dataDir);
    const started = running ? undefined : await startEmbeddedPostgres(config.dataDir);
    const databaseUrl = running ?? started?.url ?? "";
    Object.assign(
      process.env,
      { DATABASE_URL: databaseUrl },
      config.embedded && { EMBEDDED_DATABASE: "true" },
    );
    try {
      await migrate(databaseUrl);
      await task(config);
    } finally {
      await started?.stop();
    }
  } catch (error) {
    fail(error);
  }
  process.exit(0);
}
