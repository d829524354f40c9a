import "server-only";
import { isUnexecuted } from "@/lib/domain/order-status/combination";
import type { ListedStatus } from "@/lib/domain/order-status/list/list";
import type { Effect, RowImpact, StatusImpact } from "@/lib/domain/order-status/saving/impact";
import { systemCombinations } from "@/lib/domain/order-status/system-statuses";
import type { Ctx } from "../kernel/ctx";
import { read } from "../kernel/db";

/** Compares what an impact says of orders and lists with the facts. Both are computed separately. */

export type Orders = Map<string, Awaited<ReturnType<typeof loadOrders>>[number]>;

export async function ordersOf(ctx: Ctx): Promise<Orders> {
  return new Map((await loadOrders(ctx)).map((row) => [row.id, row]));
}

function loadOrders(ctx: Ctx) {
  const select = { id: true, statusId: true, statusType: true, statusStorefrontType: true };
  return read(ctx).order.findMany({ select: { ...select, executedAt: true, cancelledAt: true } });
}

/** Returns the orders as they are after the save according to the impact. */
export function ordersTold(orders: Orders, { rows }: StatusImpact, after: readonly ListedStatus[]): Orders {
  const told = [...orders.values()].map((order) => {
    const effects = rows.find(({ rowId }) => rowId === order.statusId)?.effects ?? [];
    const by = effectOf(effects, "replaced")?.by;
    const statusId = by === undefined ? order.statusId : after.find((row) => row.description === by)?.id;
    const to = effectOf(effects, "storefront")?.to;
    return { ...order, statusId: statusId ?? "none", statusStorefrontType: to ?? order.statusStorefrontType };
  });
  return new Map(told.map((order) => [order.id, order]));
}

/**
 * Returns each row of the impact as it should read, from the two lists and the orders themselves. Added rows have their
 * name.
 */
export function expectedRows(
  before: readonly ListedStatus[],
  after: readonly ListedStatus[],
  orders: { before: Orders; after: Orders },
): object[] {
  const has = new Map(after.map((row) => [row.id, row]));
  const had = new Map(before.map((row) => [row.id, row]));
  const counts = ({ id }: ListedStatus) => {
    const own = [...orders.before.values()].filter(({ statusId }) => statusId === id);
    const open = own.filter(({ executedAt, cancelledAt }) => !executedAt && !cancelledAt);
    return { orders: own.length, open: open.length };
  };
  const kept = before.flatMap((row) => {
    const is = has.get(row.id);
    const what = is ? "changed" : "deleted";
    if (is && JSON.stringify(bare(is)) === JSON.stringify(bare(row))) return [];
    const offered = may(row) !== may(is) && (is || counts(row).orders === 0);
    const effects = {
      renamed: is && is.description !== row.description ? is.description : undefined,
      recolored: is ? is.color !== row.color : false,
      offered: offered ? may(is) : undefined,
      ...ofOrders(row, orders),
    };
    return [{ row: row.description, what, ...counts(row), ...effects }];
  });
  const added = after
    .filter(({ id }) => !had.has(id))
    .map((row) => {
      const effects = { renamed: undefined, recolored: false, offered: may(row) || undefined };
      return {
        row: row.description,
        what: "added",
        orders: 0,
        open: 0,
        ...effects,
        unexecuted: 0,
        replaced: 0,
        storefront: 0,
      };
    });
  return byName([...kept, ...added]);
}

/** Returns the rows of the impact in the same form. */
export function toldRows({ rows }: StatusImpact): object[] {
  const told = ({ row, what, orders, open, effects }: RowImpact) => {
    const unexecuted = effectOf(effects, "unexecuted");
    return {
      row,
      what,
      orders,
      open,
      renamed: effectOf(effects, "renamed")?.to,
      recolored: effectOf(effects, "recolored") !== undefined,
      offered: effectOf(effects, "offered")?.offered,
      unexecuted: unexecuted ? (unexecuted.counted ? orders : -orders) : 0,
      replaced: effectOf(effects, "replaced") ? orders : 0,
      storefront: effectOf(effects, "storefront") ? orders : 0,
    };
  };
  return byName(rows.map(told));
}

/**
 * Returns the combinations for which the system sets another status, and whether the one before could still be set.
 */
export function expectedDefaults(before: readonly ListedStatus[], after: readonly ListedStatus[]): object[] {
  return Object.entries(systemCombinations).flatMap(([combination, { type, storefrontType }]) => {
    const winners = (list: readonly ListedStatus[]) =>
      list
        .filter((row) => row.active && row.type === type && row.storefrontType === storefrontType)
        .sort((a, b) => a.no - b.no);
    const [[from], [to, ...losers]] = [winners(before), winners(after)];
    if (!from || !to || from.id === to.id) return [];
    const lowerNo = losers.some(({ id }) => id === from.id);
    return [{ combination, from: from.description, to: to.description, lowerNo }];
  });
}

export function bare({ id, no, description, type, storefrontType, color, active, mandatory }: ListedStatus) {
  return { id, no, description, type, storefrontType, color, active, mandatory };
}

/**
 * Counts, of the orders that had the status, how many come to Unexecuted Orders, get another status, or get another
 * Storefront Type.
 */
function ofOrders({ id }: ListedStatus, { before, after }: { before: Orders; after: Orders }) {
  const had = [...before.values()].filter(({ statusId }) => statusId === id);
  const now = had.flatMap((order) => after.get(order.id) ?? []);
  const unexecuted = (list: typeof had) =>
    list.filter((order) =>
      isUnexecuted({ type: order.statusType, storefrontType: order.statusStorefrontType }),
    );
  return {
    unexecuted: unexecuted(now).length - unexecuted(had).length,
    replaced: now.filter(({ statusId }) => statusId !== id).length,
    storefront: now.filter((order, i) => order.statusStorefrontType !== had[i]?.statusStorefrontType).length,
  };
}

/** Tells whether rule 10 allows it, from the words of the rule. */
function may(row: ListedStatus | undefined): boolean {
  if (!row?.active || row.type === "executing" || row.type === "scheduled") return false;
  return row.storefrontType === "viewable" || row.storefrontType === "submitted";
}

function effectOf<Name extends Effect["effect"]>(effects: readonly Effect[], name: Name) {
  return effects.find((one): one is Extract<Effect, { effect: Name }> => one.effect === name);
}

function byName<Row extends { row: string; what: string }>(rows: Row[]): Row[] {
  return rows.sort((a, b) => `${a.row} ${a.what}`.localeCompare(`${b.row} ${b.what}`));
}
