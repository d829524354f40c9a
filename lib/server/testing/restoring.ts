import "server-only";
import { editTowards } from "@/lib/domain/order-status/list/versions";
import type { StatusRow } from "@/lib/domain/order-status/saving/save";
import type { Ctx } from "../kernel/ctx";
import { listOrderStatuses } from "../order-statuses/queries/list-order-statuses";
import { getStatusVersion } from "../order-statuses/queries/status-versions";

/** Returns the edit that the History panel makes to restore a version, for the current list. */
export async function editToRestore(
  ctx: Ctx,
  version: number,
  replacementOf: (row: StatusRow) => string | undefined = () => undefined,
) {
  const { statuses } = await listOrderStatuses(ctx);
  const { changed, added, deleted } = editTowards(statuses, await getStatusVersion(ctx, version));
  const rows = new Map(statuses.map((row) => [row.id, row]));
  return {
    changed: changed.map((row) => ({ ...row, version: rows.get(row.id)?.version })),
    added,
    deleted: deleted
      .flatMap((id) => rows.get(id) ?? [])
      .map((row) => ({ id: row.id, version: row.version, replacementId: replacementOf(row) })),
  };
}
