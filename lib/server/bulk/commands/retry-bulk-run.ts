import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { BulkRunInput } from "@/lib/schemas/bulk";
import { Id } from "@/lib/schemas/fields";
import { requirePermission } from "../../kernel/ctx";
import { sql } from "../../kernel/db";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { NotFound } from "../../kernel/errors";
import { inNameOf } from "../../kernel/in-name-of";
import { addJobs } from "../../kernel/jobs";
import { bulkPermissions, bulkStaff } from "../permissions";
import { bulkJob } from "./start-bulk-run";

/**
 * Continues an ended run in the caller's name, and gives the refused, failed and unreached orders another turn. See
 * docs/domain.md, section 2, "Bulk". @throws NotFound
 */
export const retryBulkRun = command({
  name: "bulk-run.retry",
  caller: bulkStaff,
  input: BulkRunInput,
  output: z.object({ runId: Id }),
  refusals: refusals("nothing_to_retry"),
  async run({ tx, ctx }, { runId: id }) {
    const key = { organizationId_id: { organizationId: ctx.organizationId, id } };
    const run = await tx.bulkRun.findUnique({ where: key, select: { action: true } });
    if (!run) throw new NotFound("bulk run", id);
    requirePermission(ctx, bulkPermissions[run.action]);

    const { byName: retriedByName, ...by } = inNameOf(ctx);
    const { timeZone, locale } = ctx;
    const { count } = await tx.bulkRun.updateMany({
      where: { id, state: { not: "running" }, doneCount: { lt: tx.bulkRun.fields.orderCount } },
      data: {
        ...{ ...by, retriedByName, timeZone, locale },
        ...{ state: "running", finishedAt: null, refusedCount: 0, failedCount: 0 },
      },
    });
    if (count === 0) return refuse({ reason: "nothing_to_retry", path: "" });
    await tx.$executeRaw(sql`
      UPDATE bulk_run_orders SET outcome = 'waiting', refusal = NULL
      WHERE organization_id = ${ctx.organizationId}::uuid AND run_id = ${id}::uuid AND outcome IN ('refused', 'failed')`);
    await addJobs(tx, [bulkJob(ctx.organizationId, id)]);
    return ok({ runId: id });
  },
});
