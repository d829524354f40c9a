/**
 * Holds the places that units have in the line they were agreed as: docs/domain.md, section 2, "Money". A unit keeps
 * its place wherever it goes, so the amount of a part depends on its places alone.
 */
export type Places = {
  /** Counts the units of the whole line. */
  line: number;
  /** Holds ascending ranges that do not touch, each from its first place, counted from 0, to the one after its last. */
  ranges: readonly PlaceRange[];
};

export type PlaceRange = readonly [from: number, to: number];

/** Returns the places of a line that nothing was delivered from. */
export function wholeLine(quantity: number): Places {
  return { line: quantity, ranges: quantity > 0 ? [[0, quantity]] : [] };
}

export function countPlaces({ ranges }: Places): number {
  return ranges.reduce((units, [from, to]) => units + to - from, 0);
}

/** Returns so many of the places after skipping some, the lowest first. */
export function takePlaces({ line, ranges }: Places, units: number, skipped = 0): Places {
  let [left, skip] = [units, skipped];
  const taken: PlaceRange[] = [];
  for (const [from, to] of ranges) {
    const start = Math.min(from + skip, to);
    skip -= start - from;
    const end = Math.min(start + left, to);
    left -= end - start;
    if (end > start) taken.push([start, end]);
  }
  return { line, ranges: taken };
}

/** Returns the places that are in none of the ranges. */
export function placesWithout({ line, ranges }: Places, taken: readonly PlaceRange[]): Places {
  const sorted = [...taken].sort(([a], [b]) => a - b);
  const free = ranges.flatMap(([from, to]) => {
    const gaps: PlaceRange[] = [];
    let start = from;
    for (const [takenFrom, takenTo] of sorted) {
      if (takenFrom > start && start < to) gaps.push([start, Math.min(takenFrom, to)]);
      start = Math.max(start, takenTo);
    }
    return start < to ? [...gaps, [start, to] as const] : gaps;
  });
  return { line, ranges: free };
}

type Counted = { executedQuantity: number; cancelledQuantity: number };

/** Returns those of an item's own places that are not canceled. */
export function keptPlaces(item: Pick<Counted, "cancelledQuantity">, places: Places): Places {
  return takePlaces(places, countPlaces(places) - item.cancelledQuantity);
}

/** Returns the places that are still to be executed through the item's own order. */
export function remainingPlaces(item: Counted, places: Places): Places {
  const units = countPlaces(places) - item.cancelledQuantity - item.executedQuantity;
  return takePlaces(places, units, item.executedQuantity);
}

/** Returns those of an item's own places that are canceled, which come last. */
export function cancelledPlaces({ cancelledQuantity }: Pick<Counted, "cancelledQuantity">, places: Places) {
  return takePlaces(places, cancelledQuantity, countPlaces(places) - cancelledQuantity);
}
