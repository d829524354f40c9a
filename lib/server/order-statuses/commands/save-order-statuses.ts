import "server-only";
import { z } from "zod";
import type { StatusListChange } from "@/lib/domain/order-status/list/list";
import { type RowImpact, rowsToConfirm, type StatusImpact } from "@/lib/domain/order-status/saving/impact";
import type { StatusList } from "@/lib/domain/order-status/saving/save";
import { ok, refuse } from "@/lib/domain/values/result";
import { SaveOrderStatusesInput } from "@/lib/schemas/order-statuses";
import type { Ctx } from "../../kernel/ctx";
import { sql, type Tx } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { planStatusSave } from "../plan";
import { loadStatusList } from "../queries/list-order-statuses";
import { writeStatusList } from "../write";

export type SavedStatusList = {
  list: StatusList;
  changed: number;
  added: number;
  deleted: number;
  /** Counts the orders that got another status because theirs was deleted. */
  movedOrders: number;
  /** Holds the effects that were written, with the counts under the save's locks. */
  impact: StatusImpact;
};

/** Saves a whole edit of the order status list, or nothing of it. See docs/domain.md, section 1, rule 8. */
export const saveOrderStatuses = command({
  name: "order-status.save",
  caller: staff("order-status:save"),
  input: SaveOrderStatusesInput,
  output: z.custom<SavedStatusList>(),
  refusals: refusals("statuses_changed", "statuses_invalid", "needs_confirmation"),
  async run({ tx, ctx }, input) {
    await lockStatusList(tx, ctx, input);
    const planned = await planStatusSave(tx, ctx, input);
    if (!planned.ok) return planned;
    const { list, change, impact } = planned.value;

    const rows = rowsToConfirm(impact);
    if (!rows.every(isConfirmedBy(input.confirmed))) {
      return refuse({ reason: "needs_confirmation", rows, list });
    }

    const movedOrders = isEmpty(change) ? 0 : await writeStatusList(tx, ctx, list, change);
    return ok({
      list: await loadStatusList(tx, ctx),
      changed: change.changed.length,
      added: change.added.length,
      deleted: change.deleted.length,
      movedOrders,
      impact,
    });
  },
});

/**
 * Lets one save at a time change a list. Until it ends, no order takes a status that is deleted or changes its combination, so
 * that the number of orders stays as checked.
 */
async function lockStatusList(
  tx: Tx,
  ctx: Ctx,
  { changed, deleted }: { changed: Named[]; deleted: Named[] },
) {
  const { organizationId } = ctx;
  await tx.$queryRaw(sql`SELECT 1 FROM organizations WHERE id = ${organizationId}::uuid FOR NO KEY UPDATE`);

  const moves = changed.filter(({ cells }) => cells && ("type" in cells || "storefrontType" in cells));
  const ids = [...moves, ...deleted].map(({ id }) => id);
  if (ids.length === 0) return;
  await tx.$queryRaw(sql`
    SELECT 1 FROM order_statuses WHERE organization_id = ${organizationId}::uuid AND id = ANY (${ids}::uuid[])
    ORDER BY id FOR UPDATE`);
}

type Named = { id: string; cells?: object };

/** Tells whether the person confirmed at least as many orders as the row affects. */
function isConfirmedBy(confirmed: { id: string; orders: number }[]) {
  const shown = new Map(confirmed.map(({ id, orders }) => [id, orders]));
  return ({ rowId, orders }: RowImpact) => orders <= (shown.get(rowId) ?? -1);
}

function isEmpty({ changed, added, deleted }: StatusListChange): boolean {
  return changed.length + added.length + deleted.length === 0;
}
