import "server-only";
import { type StatusListChange, type StatusProblem, usageOf } from "@/lib/domain/order-status/list/list";
import { checkStatusList } from "@/lib/domain/order-status/list/list-rules";
import { lookalikes } from "@/lib/domain/order-status/list/lookalikes";
import { restoredId, restoredRowId } from "@/lib/domain/order-status/list/versions";
import { impactOf, type StatusImpact } from "@/lib/domain/order-status/saving/impact";
import type { StatusList } from "@/lib/domain/order-status/saving/save";
import type { Refused } from "@/lib/domain/refusals/refusal";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import type { CheckedStatusesInput } from "@/lib/schemas/order-statuses";
import type { Ctx } from "../kernel/ctx";
import { sql, type Tx } from "../kernel/db";
import { findConflicts } from "./conflicts";
import { loadStatusList } from "./queries/list-order-statuses";

/** Describes a save that keeps every rule, and everything it does to orders. */
export type StatusSavePlan = { list: StatusList; change: StatusListChange; impact: StatusImpact };

/**
 * Returns what saving this edit would do now, or why it is refused, for the save and its preview. Uses the kept counts and
 * scans no orders.
 */
export async function planStatusSave(
  db: Pick<Tx, "organization" | "orderStatus" | "orderCountChange" | "$queryRaw">,
  ctx: Ctx,
  input: CheckedStatusesInput,
): Promise<Result<StatusSavePlan, Refused<"statuses_changed" | "statuses_invalid">>> {
  const list = await loadStatusList(db, ctx);
  const { conflicts, deletedAlready } = await findConflicts(db, ctx, list, input);
  if (conflicts.length > 0) return refuse({ reason: "statuses_changed", conflicts, list });

  const unknown = await neverListed(db, ctx, input.added);
  if (unknown.length > 0) return refuse({ reason: "statuses_invalid", problems: unknown, list });

  const usage = usageOf(list.statuses);
  const deleted = input.deleted.filter(({ id }) => !deletedAlready.has(id));
  const checked = checkStatusList(list.statuses, { ...input, deleted }, usage, lookalikes);
  if (!checked.ok) return refuse({ reason: "statuses_invalid", problems: checked.refusal, list });

  return ok({ list, change: checked.value, impact: impactOf(list.statuses, checked.value, usage) });
}

/** Finds rows that would restore a status that no version of this organization's list had. Only a forged edit has such rows. */
async function neverListed(
  db: Pick<Tx, "$queryRaw">,
  ctx: Ctx,
  added: readonly { id: string }[],
): Promise<StatusProblem[]> {
  const ids = added.flatMap(({ id }) => restoredId(id) ?? []);
  if (ids.length === 0) return [];
  const unknown = await db.$queryRaw<{ id: string }[]>(sql`
    SELECT id FROM unnest(${ids}::text[]) AS restored (id) WHERE NOT EXISTS (
      SELECT FROM order_status_versions
      WHERE organization_id = ${ctx.organizationId}::uuid AND statuses @> jsonb_build_array(jsonb_build_object('id', id)))`);
  return unknown.map(({ id }) => ({
    rowId: restoredRowId(id),
    row: "Restored status",
    column: "row",
    fault: { is: "never_listed" },
  }));
}
