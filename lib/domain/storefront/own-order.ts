import { longDay } from "../format/format";
import { requireOpen } from "../order/holds/open";
import type { NotOpen, OrderRefused } from "../order/holds/refusal";
import { remainderFacts } from "../order/moves/shown";
import type { OrderTree } from "../order/tree/order";
import type { Fact } from "../seen";
import { type Result, refuse } from "../values/result";

/** Customers can cancel and put off orders that they placed: docs/domain.md, section 5, "Own orders". */

/** Refuses to let the customer cancel an order that is not submitted, or of which something is executed. */
export function requireCancellable({
  primary,
  subOrders,
}: OrderTree): Result<null, NotOpen | OrderRefused<"partly_executed">> {
  const open = requireOpen(primary);
  if (!open.ok) return open;
  const items = [primary, ...subOrders].flatMap((part) => part.items);
  return items.some((item) => item.executedQuantity > 0) ? refuse({ reason: "partly_executed" }) : open;
}

/** Refuses to let the customer choose another day for an order that does not wait for one. */
export function requireReschedulable({
  primary,
}: OrderTree): Result<null, NotOpen | OrderRefused<"not_scheduled">> {
  const open = requireOpen(primary);
  if (!open.ok || primary.status.type === "scheduled") return open;
  return refuse({ reason: "not_scheduled" });
}

/** Returns what the order's page shows before it is canceled or put off: its total, its lines and its day. */
export function ownFacts(tree: OrderTree, locale: string): Fact[] {
  const { primary, schedule } = tree;
  const day = primary.status.type === "scheduled" && schedule ? schedule.day : null;
  return [
    ...remainderFacts(tree, primary),
    ...(day ? [{ label: "Execution date", words: longDay(day, locale) }] : []),
  ];
}
