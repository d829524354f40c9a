import "server-only";
import type { StatusConflict, StatusList } from "@/lib/domain/order-status/saving/save";
import type { Ctx } from "../kernel/ctx";
import { sql, type Tx } from "../kernel/db";

type Versioned = { id: string; version: number };

/** Finds rows of the edit that have changed since they were read. A row that both have deleted is no conflict. */
export async function findConflicts(
  tx: Pick<Tx, "$queryRaw">,
  ctx: Ctx,
  list: StatusList,
  edit: { changed: Versioned[]; deleted: Versioned[] },
): Promise<{ conflicts: StatusConflict[]; deletedAlready: Set<string> }> {
  const now = new Map(list.statuses.map((status) => [status.id, status]));
  const conflicts: StatusConflict[] = [];
  const gone: string[] = [];

  for (const { id, version } of [...edit.changed, ...edit.deleted]) {
    const status = now.get(id);
    if (!status) gone.push(id);
    else if (status.version !== version) {
      const { description, updatedByName, updatedAt } = status;
      conflicts.push({ rowId: id, row: description, what: "changed", by: updatedByName, at: updatedAt });
    }
  }

  const deletions = gone.length > 0 ? await whoDeleted(tx, ctx, gone) : [];
  const changed = new Set(edit.changed.map(({ id }) => id));
  return {
    conflicts: [...conflicts, ...deletions.filter(({ rowId }) => changed.has(rowId))],
    deletedAlready: new Set(deletions.map(({ rowId }) => rowId)),
  };
}

/** Reads from the audit log who deleted these statuses. It does not know an id that was never a status of this organization. */
async function whoDeleted(tx: Pick<Tx, "$queryRaw">, ctx: Ctx, ids: string[]): Promise<StatusConflict[]> {
  const deletions = await tx.$queryRaw<{ id: string; description: string; name: string; at: Date }[]>(sql`
    SELECT DISTINCT ON (gone.id) gone.id, before -> 'rows' -> gone.id ->> 'description' AS description,
      actor_name AS name, at
    FROM events CROSS JOIN unnest(${ids}::text[]) AS gone (id)
    WHERE organization_id = ${ctx.organizationId}::uuid AND kind = 'order_statuses.saved' AND subject IS NOT NULL
      AND jsonb_exists(before -> 'rows', gone.id) AND NOT jsonb_exists(after -> 'rows', gone.id)
    ORDER BY gone.id, events.id DESC`);

  return deletions.map(({ id, description, name, at }) => ({
    rowId: id,
    row: description,
    what: "deleted",
    by: name,
    at: at.toISOString(),
  }));
}
