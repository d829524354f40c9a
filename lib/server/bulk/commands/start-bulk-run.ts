import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { FieldRefusal } from "@/lib/domain/refusing/field-refusal";
import { ok, refuse } from "@/lib/domain/values/result";
import { StartBulkRunInput } from "@/lib/schemas/bulk";
import { Id } from "@/lib/schemas/fields";
import { sql } from "../../kernel/db";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { inNameOf } from "../../kernel/in-name-of";
import { addJobs } from "../../kernel/jobs";
import { requireSeen } from "../../kernel/seen";
import { planStart } from "../../orders/tree/start";
import { bulkPermissions, bulkStaff } from "../permissions";
import { prospectsOf } from "../prospects";
import { preflightOf } from "../queries/preflight-bulk";
import { maxOrders } from "../select";

/**
 * Starts a command in the background for the orders that the selection matches now. The command itself decides about each order
 * when its turn comes. See docs/domain.md, section 2, "Bulk".
 */
export const startBulkRun = command({
  name: "bulk-run.start",
  caller: bulkStaff,
  input: StartBulkRunInput,
  output: z.object({ runId: Id, orders: z.number().int() }),
  refusals: refusals("nothing_selected", "too_many_selected", "invalid_input"),
  needs: ({ work }) => [bulkPermissions[work.action]],
  async prepare({ ctx }, { selection, work, readyOnly, seen }) {
    const prospects = await prospectsOf(ctx, selection, work.action);
    const asSeen = requireSeen(
      { seen },
      { what: "The selection", shown: () => preflightOf(prospects).shown },
    );
    if (!asSeen.ok) return asSeen;
    const { orders: found, tooMany } = prospects;
    const orders = readyOnly ? found.filter(({ prospect }) => prospect === "ready") : found;
    if (tooMany) {
      return refuse({ reason: "too_many_selected", most: maxOrders, path: "" });
    }
    if (orders.length === 0) {
      return refuse({ reason: "nothing_selected", path: "" });
    }
    return ok(orders);
  },
  async run({ tx, ctx, prepared: orders }, { work }) {
    const start = work.action === "execute" ? await planStart(tx, ctx, work.input.startDate) : null;
    if (start && !start.ok)
      return refuse({ reason: "invalid_input", problems: start.refusal.problems.map(inWork) });
    const runId = randomUUID();
    const { byName: startedByName, ...by } = inNameOf(ctx);
    await tx.bulkRun.create({
      data: {
        organizationId: ctx.organizationId,
        id: runId,
        action: work.action,
        input: work.input,
        ...by,
        startedByName,
        timeZone: ctx.timeZone,
        locale: ctx.locale,
        orderCount: orders.length,
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    await tx.$executeRaw(sql`
      INSERT INTO bulk_run_orders (organization_id, run_id, position, order_id)
      SELECT ${ctx.organizationId}::uuid, ${runId}::uuid, position, id
      FROM unnest(${orders.map(({ id }) => id)}::uuid[]) WITH ORDINALITY AS selected(id, position)`);
    await addJobs(tx, [bulkJob(ctx.organizationId, runId)]);
    return ok({ runId, orders: orders.length });
  },
});

const inWork = (problem: FieldRefusal) => ({ ...problem, path: `work.input.${problem.path}` });

export function bulkJob(organizationId: string, runId: string) {
  return { task: "bulk_run", key: `bulk_run:${runId}`, payload: { organizationId, runId } } as const;
}
