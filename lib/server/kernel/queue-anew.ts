import "server-only";
import type { Ctx } from "./ctx";
import { addJobs, type Job } from "./jobs";
import { transaction } from "./transaction";

/**
 * Queues a job for each of these rows, which should have been worked on by now, in one transaction an organization. A
 * job too many does no harm: its task looks at the row. Answers how many were queued.
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
