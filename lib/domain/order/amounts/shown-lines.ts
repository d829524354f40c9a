import { type OrderItem, type OrderPart, type OrderTree, placesOf } from "../tree/order";
import { cancelledPlaces, countPlaces, keptPlaces, type Places, wholeLine } from "../tree/places";
import { type LineAmounts, partAmounts } from "./totals";

export type ShownLine = {
  item: OrderItem;
  /** Counts the units that are not canceled, wherever they are, or all units of an order that was canceled whole. */
  quantity: number;
  /** Counts units that were canceled while others were kept. */
  cancelled: number;
  /** Holds the amounts of the units shown. */
  amounts: LineAmounts;
};

/**
 * Returns an order's lines as documents show them beside its totals, which they add up to: docs/domain.md, section 2,
 * "Lines add up".
 */
export function shownLines(tree: OrderTree, part: OrderPart): ShownLine[] {
  const kept = part.items.map((item) => ({ item, places: keptOf(tree, item) }));
  const whole = part.items.map((item) => ({ item, places: item.places ?? wholeLine(item.quantity) }));
  const shown = kept.some(({ places }) => countPlaces(places) > 0) ? kept : whole;
  return shown.map(({ item, places }) => {
    const quantity = countPlaces(places);
    const amounts = partAmounts(item, places, tree.currency);
    return { item, quantity, cancelled: item.quantity - quantity, amounts };
  });
}

/** Returns what is canceled of a primary's lines, which its customer is told. */
export function cancelledLines(tree: OrderTree): ShownLine[] {
  return tree.primary.items.flatMap((item) => {
    const places = cancelledPlaces(item, placesOf(tree, item));
    const quantity = countPlaces(places);
    const amounts = partAmounts(item, places, tree.currency);
    return quantity > 0 ? [{ item, quantity, cancelled: quantity, amounts }] : [];
  });
}

function keptOf(tree: OrderTree, item: OrderItem): Places {
  const own = keptPlaces(item, placesOf(tree, item));
  const delivered = tree.subOrders
    .flatMap(({ items }) => items.filter(({ primaryItemId }) => primaryItemId === item.id))
    .flatMap((delivery) => keptPlaces(delivery, placesOf(tree, delivery)).ranges);
  return { ...own, ranges: [...own.ranges, ...delivered] };
}
