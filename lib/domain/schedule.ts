import { addDays, localDay, startOfDay } from "./day";
import { requireOpen } from "./order/open";
import { type OrderItem, type OrderPart, remainingQuantity } from "./order/order";
import type { OrderRefusal, UnschedulableItem } from "./order/refusal";
import type { ListPrice } from "./order/repricing";
import { isDraft } from "./order-status/combination";
import { ok, type Result, refuse } from "./result";

/** Scheduled execution: docs/domain.md, section 5. Days are calendar days of the customer's time zone. */

/** The days that can be chosen: from tomorrow to 60 days ahead. */
export function executionDays(now: Date, timeZone: string): { first: string; last: string } {
  const today = localDay(now, timeZone);
  return { first: addDays(today, 1), last: addDays(today, 60) };
}

export type Wish = {
  day: string;
  timeZone: string;
  now: Date;
  /** The account buys from a Standard reseller, who decides when. */
  throughReseller: boolean;
};

/**
 * When the scheduler is to try an order that is to be executed on this day: as the day begins. Refuses what cannot
 * wait for a day: another order than a basket or a scheduled one, some items, customers of Standard resellers.
 */
export function planSchedule(order: OrderPart, wish: Wish): Result<Date, OrderRefusal> {
  if (!isDraft(order.status)) {
    const open = requireOpen(order);
    if (!open.ok) return open;
    if (order.status.type !== "scheduled") return refuse({ reason: "not_scheduled" });
  }
  if (wish.throughReseller) return refuse({ reason: "resellers_customer" });
  const items = unschedulableItems(order);
  if (items.length > 0) return refuse({ reason: "not_schedulable", items });
  const { first, last } = executionDays(wish.now, wish.timeZone);
  if (wish.day < first || wish.day > last) return refuse({ reason: "day_out_of_range", first, last });
  return ok(startOfDay(wish.day, wish.timeZone));
}

/**
 * May a scheduled order become these items? What cannot wait for a day is not put into it, and a unit price is the
 * list's on the day: one agreed by hand would be lost then, so it is refused. A discount stays.
 */
export function requireStillSchedulable(
  before: OrderPart,
  items: readonly OrderItem[],
  list: ReadonlyMap<string, ListPrice>,
): Result<null, OrderRefusal> {
  const known = new Map(unschedulableItems(before).map(({ itemId, why }) => [itemId, why]));
  const unschedulable = unschedulableItems({ items }).filter(({ itemId, why }) => known.get(itemId) !== why);
  if (unschedulable.length > 0) return refuse({ reason: "not_schedulable", items: unschedulable });

  const priceBefore = new Map(before.items.map(({ id, unitPrice }) => [id, unitPrice]));
  const byHand = items.filter(({ id, productId, unitPrice }) => {
    const usual = [priceBefore.get(id), list.get(productId)?.unitPrice];
    return !usual.some((price) => price?.equals(unitPrice));
  });
  if (byHand.length === 0) return ok(null);
  return refuse({ reason: "priced_on_the_day", products: byHand.map(({ description }) => description) });
}

/** Items that cannot wait for a day, and why. */
function unschedulableItems(order: Pick<OrderPart, "items">): UnschedulableItem[] {
  return order.items
    .filter((item) => remainingQuantity(item) > 0)
    .flatMap(({ id, description, itemType, nonAutomatic }) => {
      const why = itemType !== "new" ? itemType : nonAutomatic ? "non_automatic" : null;
      return why ? [{ itemId: id, description, why }] : [];
    });
}

/** Tries of the scheduler, after which an order waits for a person. */
export const maxAttempts = 5;

const minutes = 60_000;
/** After the first, second, … failed try. */
const intervals = [15 * minutes, 60 * minutes, 4 * 60 * minutes, 24 * 60 * minutes];

/** When to try again after so many tries, or null after the last. */
export function nextAttemptAt(attempts: number, now: Date): Date | null {
  const interval = attempts < maxAttempts ? intervals[attempts - 1] : undefined;
  return interval === undefined ? null : new Date(now.getTime() + interval);
}
