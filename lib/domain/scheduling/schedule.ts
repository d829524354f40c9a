import type { ListPrice } from "../order/amounts/repricing";
import { requireOpen } from "../order/holds/open";
import type { NotOpen, OrderRefused, UnschedulableItem } from "../order/holds/refusal";
import { type OrderItem, type OrderPart, remainingQuantity } from "../order/tree/order";
import { isDraft } from "../order-status/combination";
import { addDays, localDay, startOfDay } from "../values/day";
import { ok, type Result, refuse } from "../values/result";

/** An order can be executed on a later day, a calendar day of the customer's time zone: docs/domain.md, section 5. */

/** Returns the days that can be chosen: from tomorrow to 60 days ahead. */
export function executionDays(now: Date, timeZone: string): { first: string; last: string } {
  const today = localDay(now, timeZone);
  return { first: addDays(today, 1), last: addDays(today, 60) };
}

export type Wish = {
  day: string;
  timeZone: string;
  now: Date;
  /** Says that the account buys from a Standard reseller, who decides when. */
  throughReseller: boolean;
};

/** Why an order does not wait for that day. */
export type NotSchedulable =
  | NotOpen
  | OrderRefused<"not_scheduled" | "resellers_customer" | "not_schedulable" | "day_out_of_range">;

/**
 * Returns when the scheduler is to try an order that is to be executed on this day: as the day begins. Refuses orders
 * other than a basket or a scheduled one, items that cannot wait, and customers of Standard resellers.
 */
export function planSchedule(order: OrderPart, wish: Wish): Result<Date, NotSchedulable> {
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
 * Refuses items that a scheduled order cannot get: those that cannot wait for a day, and a unit price agreed by hand,
 * which the list's would replace on the day. A discount stays.
 */
export function requireStillSchedulable(
  before: OrderPart,
  items: readonly OrderItem[],
  list: ReadonlyMap<string, ListPrice>,
): Result<null, OrderRefused<"not_schedulable" | "priced_on_the_day">> {
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

/** Returns the items that cannot wait for a day, and why. */
function unschedulableItems(order: Pick<OrderPart, "items">): UnschedulableItem[] {
  return order.items
    .filter((item) => remainingQuantity(item) > 0)
    .flatMap(({ id, description, itemType, nonAutomatic }) => {
      const why = itemType !== "new" ? itemType : nonAutomatic ? "non_automatic" : null;
      return why ? [{ itemId: id, description, why }] : [];
    });
}

/** After this many tries of the scheduler an order waits for a person. */
export const maxAttempts = 5;

const minutes = 60_000;
/** The scheduler waits this long after the first, second, … failed try. */
const intervals = [15 * minutes, 60 * minutes, 4 * 60 * minutes, 24 * 60 * minutes];

/** Returns when to try again after so many tries, or null after the last. */
export function nextAttemptAt(attempts: number, now: Date): Date | null {
  const interval = attempts < maxAttempts ? intervals[attempts - 1] : undefined;
  return interval === undefined ? null : new Date(now.getTime() + interval);
}
