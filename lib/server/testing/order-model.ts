/**
 * Describes an order in parts as plainly as possible, to compare the product with (docs/domain.md, section 2, "Partial
 * execution"). It has no database, statuses or money, and none of the product's own rules.
 */
export type OrderModel = {
  stage: Stage;
  /** Holds the units of each item in the primary itself. */
  items: { remaining: number; executed: number; cancelled: number }[];
  /** Lists the sub-orders in the sequence of their creation, with the units of each item. */
  subOrders: { stage: Stage; units: number[] }[];
};
type Stage = "open" | "executed" | "cancelled";

/** Describes an action on the primary, or on its nth sub-order (1, 2, …). */
export type ModelAction =
  | { verb: "deliver"; units: number[] }
  | { verb: "execute" | "cancel"; part: "primary" | number };

export function newOrder(quantities: readonly number[]): OrderModel {
  return {
    stage: "open",
    items: quantities.map((remaining) => ({ remaining, executed: 0, cancelled: 0 })),
    subOrders: [],
  };
}

/** Returns the order after the action, or null if it is refused. */
export function after(before: OrderModel, action: ModelAction): OrderModel | null {
  const order = structuredClone(before);
  const part =
    action.verb === "deliver" || action.part === "primary" ? order : order.subOrders[action.part - 1];
  if (part?.stage !== "open") return null;

  if (action.verb === "deliver") {
    if (order.items.some(({ remaining }, i) => (action.units[i] ?? 0) > remaining)) return null;
    order.items.forEach((item, i) => {
      item.remaining -= action.units[i] ?? 0;
    });
    order.subOrders.push({ stage: "open", units: action.units });
    return order;
  }
  const end = action.verb === "execute" ? "executed" : "cancelled";
  if (part === order) {
    endPrimary(order, end);
  } else {
    endSubOrder(order, part as OrderModel["subOrders"][number], end);
    rollUp(order);
  }
  return order;
}

function endPrimary(order: OrderModel, end: "executed" | "cancelled"): void {
  for (const subOrder of order.subOrders.filter(({ stage }) => stage === "open")) {
    endSubOrder(order, subOrder, end);
  }
  for (const item of order.items) {
    item[end] += item.remaining;
    item.remaining = 0;
  }
  rollUp(order);
}

/** Ends a sub-order. The units that a cancelled one was to deliver return to the primary. */
function endSubOrder(order: OrderModel, subOrder: OrderModel["subOrders"][number], end: Stage): void {
  subOrder.stage = end;
  if (end !== "cancelled") return;
  order.items.forEach((item, i) => {
    item.remaining += subOrder.units[i] ?? 0;
  });
}

function rollUp(order: OrderModel): void {
  const open =
    order.items.some(({ remaining }) => remaining > 0) ||
    order.subOrders.some(({ stage }) => stage === "open");
  if (open) return;
  const kept =
    order.items.some(({ executed }) => executed > 0) ||
    order.subOrders.some(({ stage }) => stage === "executed");
  order.stage = kept ? "executed" : "cancelled";
}
