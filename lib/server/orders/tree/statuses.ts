import "server-only";
import type { OrderRefused } from "@/lib/domain/order/holds/refusal";
import { type Combination, type OrderStatusType, userMaySet } from "@/lib/domain/order-status/combination";
import { pickStatus } from "@/lib/domain/order-status/pick";
import { systemCombinations } from "@/lib/domain/order-status/system-statuses";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import type { Ctx } from "../../kernel/ctx";
import type { Tx } from "../../kernel/db";

export type StatusRow = Combination & { id: string; no: number; description: string; active: boolean };

/** Lists the Types of status that an order can have when it moves in. */
export const importedTypes = ["in_progress", "automatic_execute", "cancelled"] as const;

/** Lists why an order may not get the chosen status. */
export const statusRefused = ["status_not_allowed", "status_not_settable"] as const;

/** Loads the organization's statuses, by No. */
export async function loadStatuses(tx: Pick<Tx, "orderStatus">, ctx: Ctx): Promise<StatusRow[]> {
  return tx.orderStatus.findMany({
    where: { organizationId: ctx.organizationId },
    orderBy: [{ no: "asc" }, { description: "asc" }],
    select: { id: true, no: true, description: true, type: true, storefrontType: true, active: true },
  });
}

/**
 * Returns the status that a user chose for an order, of one of the wanted Types, or else the one that the system takes. See
 * docs/domain.md, section 1, rules 4 and 10.
 */
export function chooseStatus(
  statuses: readonly StatusRow[],
  statusId: string | undefined,
  types: readonly OrderStatusType[],
  combination: keyof typeof systemCombinations,
): Result<StatusRow, OrderRefused<(typeof statusRefused)[number]>> {
  if (statusId === undefined) return ok(pickStatus(statuses, systemCombinations[combination]));
  const chosen = statuses.find(({ id }) => id === statusId);
  if (chosen && !userMaySet(chosen)) {
    return refuse({ reason: "status_not_settable", status: chosen.description, type: chosen.type });
  }
  if (!chosen?.active || !types.includes(chosen.type)) {
    return refuse({ reason: "status_not_allowed" });
  }
  return ok(chosen);
}
