import type { OrderOutcome } from "@/lib/server/dashboard/queries/order-outcomes";
import type { UnexecutedOrder, UnexecutedPage } from "@/lib/server/dashboard/queries/unexecuted-orders";

/** Is the server's answer about the list as it is now. */
export type UnexecutedAnswer = UnexecutedPage & { count: number; outcomes: OrderOutcome[] };

export type ShownOrder = UnexecutedOrder & {
  /** Says why the order is no longer unexecuted. The row shows it for a moment before it goes. */
  left?: OrderOutcome;
  arrived?: boolean;
};

/** Is the list as one browser shows it: the first rows, oldest first, as far as somebody asked for more. */
export type UnexecutedList = { rows: ShownOrder[]; nextCursor: string | null; count: number };

export type Refreshed = {
  list: UnexecutedList;
  /** Lists rows that are about to go. */
  left: string[];
  /** Tells what came and went to people who cannot see it. */
  news: string;
};

export function stillThere(list: UnexecutedList): ShownOrder[] {
  return list.rows.filter((row) => !row.left);
}

/** Returns the list after all of its rows were read anew. */
export function refreshed(list: UnexecutedList, answer: UnexecutedAnswer): Refreshed {
  return next(list, answer, answer.rows, answer.nextCursor);
}

/** Returns the list after these orders were read anew. A new one beyond the last row is not shown yet. */
export function patched(list: UnexecutedList, answer: UnexecutedAnswer, ids: readonly string[]): Refreshed {
  const last = list.rows.at(-1);
  const inSight = (order: UnexecutedOrder) => !list.nextCursor || (last && oldestFirst(order, last) <= 0);
  const before = new Set(list.rows.map(({ id }) => id));
  const untouched = stillThere(list).filter(({ id }) => !ids.includes(id));
  const read = answer.rows
    .filter((order) => before.has(order.id) || inSight(order))
    .map((order) => (before.has(order.id) ? order : { ...order, arrived: true }));
  return next(list, answer, [...untouched, ...read], list.nextCursor);
}

function next(
  list: UnexecutedList,
  answer: UnexecutedAnswer,
  rows: readonly ShownOrder[],
  nextCursor: string | null,
): Refreshed {
  const now = new Set(rows.map(({ id }) => id));
  const outcomes = new Map(answer.outcomes.map((outcome) => [outcome.id, outcome]));
  const leaving = list.rows.flatMap((row) => {
    const left = row.left ?? outcomes.get(row.id);
    return left && !now.has(row.id) ? [{ ...row, left }] : [];
  });
  const toldAlready = new Set(list.rows.filter((row) => row.left).map(({ id }) => id));
  const leavingNow = leaving.filter(({ id }) => !toldAlready.has(id));
  return {
    list: { rows: [...rows, ...leaving].sort(oldestFirst), nextCursor, count: answer.count },
    left: leavingNow.map(({ id }) => id),
    news: newsOf(
      leavingNow,
      rows.filter((row) => row.arrived && !list.rows.some(({ id }) => id === row.id)),
    ),
  };
}

/** Adds the next rows, which somebody asked for. */
export function extended(list: UnexecutedList, answer: UnexecutedAnswer): UnexecutedList {
  const known = new Set(list.rows.map(({ id }) => id));
  const added = answer.rows.filter(({ id }) => !known.has(id));
  return {
    rows: [...list.rows, ...added].sort(oldestFirst),
    nextCursor: answer.nextCursor,
    count: answer.count,
  };
}

/** Removes the rows whose time is over. */
export function withoutLeft(list: UnexecutedList, ids: readonly string[]): UnexecutedList {
  return { ...list, rows: list.rows.filter((row) => !(row.left && ids.includes(row.id))) };
}

/** Tells "Order 1042 left: executed", or counts where there are many. */
function newsOf(left: readonly ShownOrder[], arrived: readonly ShownOrder[]): string {
  const sentences = [
    left.length > 3
      ? `${left.length} orders left`
      : left.map((row) => `Order ${row.code} left: ${row.left?.status.toLowerCase()}`).join(". "),
    arrived.length > 3
      ? `${arrived.length} new orders`
      : arrived.map((row) => `New order ${row.code} of ${row.account}`).join(". "),
  ];
  return sentences.filter(Boolean).join(". ");
}

function oldestFirst(a: UnexecutedOrder, b: UnexecutedOrder): number {
  const [x, y] = a.orderDate === b.orderDate ? [a.id, b.id] : [a.orderDate, b.orderDate];
  return x < y ? -1 : x > y ? 1 : 0;
}
