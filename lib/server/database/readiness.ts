import "server-only";
import { unscoped } from "../kernel/db";
import { log } from "../kernel/log";

/** Tells what keeps this process from serving, or undefined. next.config.js writes LATEST_MIGRATION into the build. */
export async function readiness(): Promise<string | undefined> {
  try {
    const [applied] = await unscoped().$queryRaw<{ done: boolean }[]>`
      SELECT EXISTS (
        SELECT 1 FROM _prisma_migrations
         WHERE migration_name = ${process.env.LATEST_MIGRATION} AND finished_at IS NOT NULL AND rolled_back_at IS NULL
      ) AS done`;
    return applied?.done ? undefined : "The database lacks migrations of this version.";
  } catch (error) {
    log.warn({ error }, "The database does not answer");
    return "The database does not answer.";
  }
}
