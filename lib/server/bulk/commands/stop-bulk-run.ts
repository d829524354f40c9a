import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { BulkRunInput } from "@/lib/schemas/bulk";
import { Id } from "@/lib/schemas/fields";
import { requirePermission } from "../../kernel/ctx";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { NotFound } from "../../kernel/errors";
import { bulkPermissions, bulkStaff } from "../permissions";

/** Stops a run after the orders it has begun, and leaves the others as they are. @throws NotFound */
export const stopBulkRun = command({
  name: "bulk-run.stop",
  caller: bulkStaff,
  input: BulkRunInput,
  output: z.object({ runId: Id }),
  refusals: refusals("run_ended"),
  async run({ tx, ctx }, { runId: id }) {
    const run = await tx.bulkRun.findUnique({
      where: { organizationId_id: { organizationId: ctx.organizationId, id } },
      select: { action: true },
    });
    if (!run) throw new NotFound("bulk run", id);
    requirePermission(ctx, bulkPermissions[run.action]);
    const { count } = await tx.bulkRun.updateMany({
      where: { id, state: "running" },
      data: { state: "stopped", finishedAt: ctx.now },
    });
    return count === 1 ? ok({ runId: id }) : refuse({ reason: "run_ended", path: "" });
  },
});
