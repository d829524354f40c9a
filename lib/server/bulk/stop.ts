import "server-only";
import { ok, type Result } from "@/lib/domain/result";
import { BulkRunInput } from "@/lib/schemas/bulk";
import { type Ctx, requirePermission } from "../kernel/ctx";
import { NotFound } from "../kernel/errors";
import { type FieldRefusal, refuseField } from "../kernel/field-refusal";
import { transaction } from "../kernel/transaction";
import { bulkPermissions } from "./permissions";

/** Stops a run after the orders it has begun; the others are left as they are. @throws NotFound */
export async function stopBulkRun(
  ctx: Ctx,
  raw: unknown,
): Promise<Result<null, FieldRefusal<"not_running">>> {
  const { runId: id } = BulkRunInput.parse(raw);
  return transaction(ctx, async (tx) => {
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
    return count === 1 ? ok(null) : refuseField("not_running", "runId", "The run had ended already.");
  });
}
