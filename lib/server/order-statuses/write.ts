import "server-only";
import { randomUUID } from "node:crypto";
import { type StatusCells, type StatusColumn, statusColumns } from "@/lib/domain/order-status/list/cells";
import type { ListedStatus, StatusListChange } from "@/lib/domain/order-status/list/list";
import { restoredId } from "@/lib/domain/order-status/list/versions";
import type { StatusList } from "@/lib/domain/order-status/saving/save";
import type { Ctx } from "../kernel/ctx";
import { Prisma, sql, type Tx } from "../kernel/db";
import { record, recordOfEach } from "../kernel/record";
import { recordStatusVersion } from "./record-version";

/**
 * Writes a checked change of the list, with one statement for each kind of change however many rows it has. Returns how many
 * orders a replacement moved.
 */
export async function writeStatusList(
  tx: Tx,
  ctx: Ctx,
  list: StatusList,
  change: StatusListChange,
): Promise<number> {
  const added = change.added.map((row) => savedRow(row, list));
  const savedIds = new Map(added.map(({ id, draftId }) => [draftId, id]));

  await updateStatuses(
    tx,
    ctx,
    change.changed.map(({ after }) => after),
  );
  await tx.orderStatus.createMany({
    data: added.map(({ draftId, ...row }) => ({ ...row, ...saver(ctx), organizationId: ctx.organizationId })),
  });
  const moves = change.deleted.flatMap(({ status, replacement }) =>
    replacement
      ? [{ status, replacement: { ...replacement, id: savedIds.get(replacement.id) ?? replacement.id } }]
      : [],
  );
  const movedOrders = await moveOrders(tx, ctx, moves);
  await tx.orderStatus.deleteMany({ where: { id: { in: change.deleted.map(({ status }) => status.id) } } });

  await tx.organization.update({
    where: { id: ctx.organizationId },
    data: { statusListVersion: list.version + 1 },
  });
  const replacedBy = Object.fromEntries(moves.map(({ status, replacement }) => [status.id, replacement.id]));
  const replacements = moves.map(({ status, replacement }) => [status.id, replacement.description]);
  await recordStatusVersion(tx, ctx, list.version + 1, replacedBy);
  await record(tx, ctx, [
    {
      kind: "order_statuses.saved",
      subject: "Order Status",
      ...cellByCell(list.version, { ...change, added }, Object.fromEntries(replacements)),
    },
  ]);
  return movedOrders;
}

/**
 * Gives a restored status a higher version than it ever had, so that someone who read it before its deletion meets a conflict.
 */
function savedRow(row: ListedStatus, list: StatusList) {
  const id = restoredId(row.id);
  return { ...row, id: id ?? randomUUID(), draftId: row.id, version: id ? list.version + 1 : 1 };
}

async function updateStatuses(tx: Tx, ctx: Ctx, rows: ListedStatus[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw(sql`
    UPDATE order_statuses AS status
    SET no = edited.no, description = edited.description, type = edited.type, color = edited.color,
      storefront_type = edited."storefrontType", active = edited.active,
      version = status.version + 1, updated_at = ${ctx.now}, updated_by_name = ${ctx.actor.name}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS edited (
      id uuid, no int, description text, type order_status_type, "storefrontType" storefront_type, color text, active boolean)
    WHERE status.organization_id = ${ctx.organizationId}::uuid AND status.id = edited.id`);
}

type Move = { status: ListedStatus; replacement: ListedStatus };

/** Gives the orders of deleted statuses their replacement, and records it in the history of each (rule 7). */
async function moveOrders(tx: Tx, ctx: Ctx, moves: Move[]): Promise<number> {
  if (moves.length === 0) return 0;
  const { organizationId, now } = ctx;
  const pairs = moves.map(({ status, replacement }) => ({
    from_id: status.id,
    from_label: status.description,
    to_id: replacement.id,
    to_label: replacement.description,
    storefront_type: replacement.storefrontType,
  }));
  const statusOf = (label: "from_label" | "to_label") =>
    sql`jsonb_build_object('status', ${Prisma.raw(label)})`;
  const told = recordOfEach(ctx, "order.status_replaced", sql`moved`, {
    order_id: sql`id`,
    status_label: sql`to_label`,
    before: statusOf("from_label"),
    after: statusOf("to_label"),
  });
  return tx.$executeRaw(sql`
    WITH moved AS (
      UPDATE orders SET status_id = pair.to_id, status_storefront_type = pair.storefront_type,
        version = orders.version + 1, updated_at = ${now}
      FROM jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) AS pair (
        from_id uuid, from_label text, to_id uuid, to_label text, storefront_type storefront_type)
      WHERE orders.organization_id = ${organizationId}::uuid AND orders.status_id = pair.from_id
      RETURNING orders.id, pair.from_label, pair.to_label
    )
    ${told}`);
}

function saver(ctx: Ctx) {
  return { updatedAt: ctx.now, updatedByName: ctx.actor.name };
}

/** Returns each row before and after: only the differing cells of a changed row, and all cells of an added or deleted one. */
function cellByCell(
  version: number,
  { changed, added, deleted }: StatusListChange,
  /** Holds the name of the replacement by the id of the deleted status. */
  replacements: Record<string, string>,
) {
  const before: Record<string, Partial<StatusCells>> = {};
  const after: Record<string, Partial<StatusCells>> = {};
  const names: Record<string, string> = {};
  for (const row of changed) {
    const different = statusColumns.filter((column) => row.before[column] !== row.after[column]);
    names[row.before.id] = row.before.description;
    before[row.before.id] = pick(row.before, different);
    after[row.after.id] = pick(row.after, different);
  }
  for (const row of added) after[row.id] = pick(row, statusColumns);
  for (const { status } of deleted) before[status.id] = pick(status, statusColumns);
  return {
    before: { version, names, rows: before },
    after: { version: version + 1, rows: after, replacements },
  };
}

function pick(status: StatusCells, columns: readonly StatusColumn[]): Partial<StatusCells> {
  return Object.assign({}, ...columns.map((column) => ({ [column]: status[column] })));
}
