import { useEffect, useMemo, useRef, useState } from "react";
import { wholeNumber } from "@/components/inputs/whole-number";
import type { OrderItemDetail } from "@/lib/server/orders/queries/get-order";
import type { DeliveryRow } from "./delivery-grid";
import type { WantedDelivery } from "./delivery-plan";

/**
 * Holds which items are ticked and how many of each to deliver. What was typed stays when the order changes; every
 * other row then offers what is left of it.
 */
export function useDeliveryRows(given: readonly OrderItemDetail[]) {
  const items = useSameItems(given);
  const [edited, setEdited] = useState<ReadonlyMap<string, DeliveryRow>>(new Map());
  const rows = useMemo(
    () =>
      items.map((item) => {
        const before = edited.get(item.id);
        return before?.info === item ? before : rowOf(item, before);
      }),
    [items, edited],
  );
  const chosen = rows.filter(({ cells, info }) => cells.selected === true && (info?.remaining ?? 0) > 0);
  const problems = Object.fromEntries(chosen.flatMap((row) => problemOf(row) ?? []));

  return {
    rows,
    chosen,
    problems,
    /** Is null while a quantity cannot be delivered. */
    wanted: Object.keys(problems).length > 0 ? null : chosen.map(wantedOf),
    change: (now: readonly DeliveryRow[]) => setEdited(new Map(now.map((row) => [row.id, row]))),
    selectAll: (selected: boolean) =>
      setEdited(new Map(rows.map((row) => [row.id, { ...row, cells: { ...row.cells, selected } }]))),
    forget: () => setEdited(new Map()),
  };
}

/**
 * Returns the same object for an item that did not change, although the page is read anew whenever the order changes.
 */
function useSameItems(given: readonly OrderItemDetail[]): readonly OrderItemDetail[] {
  const known = useRef<ReadonlyMap<string, OrderItemDetail>>(new Map());
  const items = useMemo(
    () =>
      given.map((item) => {
        const before = known.current.get(item.id);
        return before && JSON.stringify(before) === JSON.stringify(item) ? before : item;
      }),
    [given],
  );
  useEffect(() => {
    known.current = new Map(items.map((item) => [item.id, item]));
  }, [items]);
  return items;
}

function rowOf(item: OrderItemDetail, before: DeliveryRow | undefined): DeliveryRow {
  const typed = before && before.cells.quantity !== offered(before.info);
  return {
    id: item.id,
    version: 0,
    cells: {
      selected: before?.cells.selected ?? false,
      quantity: typed ? (before.cells.quantity ?? "") : offered(item),
    },
    info: item,
  };
}

/** Returns the quantity that is left. */
function offered(item: OrderItemDetail | undefined): string {
  return item && item.remaining > 0 ? String(item.remaining) : "";
}

function problemOf({ id, cells, info }: DeliveryRow): [string, string][] | null {
  const [quantity, left] = [wholeNumber(String(cells.quantity)), info?.remaining ?? 0];
  return quantity === null || quantity < 1 || quantity > left ? [[id, `Enter 1 to ${left}.`]] : null;
}

function wantedOf({ cells, info }: DeliveryRow): WantedDelivery {
  return { item: info as OrderItemDetail, quantity: wholeNumber(String(cells.quantity)) ?? 0 };
}
