import type { CreateOrderInput } from "@/lib/schemas/orders";
import type { Ctx } from "@/lib/server/kernel/ctx";
import { read } from "@/lib/server/kernel/db";
import { cancelOrder } from "@/lib/server/orders/commands/cancel-order";
import { createOrder } from "@/lib/server/orders/commands/create-order";
import { deliverOrder } from "@/lib/server/orders/commands/deliver-order";
import { executeOrder } from "@/lib/server/orders/commands/execute-order";
import { reverseExecution } from "@/lib/server/orders/commands/reverse-execution";
import { setOrderStatus } from "@/lib/server/orders/commands/set-order-status";
import { value } from "@/lib/server/testing/factories/basics";
import { at } from "@/lib/server/testing/factories/contexts";
import type { Random } from "./random";
import { type DemoEvent, days, hours, later, minutes } from "./timeline";

/** Says what becomes of an order: "open" ones still wait, and the others get as far as time allows. */
export type Story =
  | "executed"
  | "executed_at_once"
  | "delivered"
  | "partly_delivered"
  | "in_delivery"
  | "refused"
  | "open"
  | "awaiting_documents"
  | "cancelled"
  | "cancelled_for_credit"
  | "returned"
  | "remainder_cancelled"
  | "reversed";

/** Holds the ids of the statuses that stories set, by description. */
export type DemoStatuses = Record<
  "Executed" | "Canceled" | "Awaiting documents" | "Canceled - Credit control failure",
  string
>;

type Telling = {
  /** Acts in the story. */
  ctx: Ctx;
  /** Takes executions back. */
  administrator: Ctx;
  /** Says that the account may run out of credit. What it then cannot pay is canceled after a while. */
  limited: boolean;
  index: number;
  story: Story;
  order: CreateOrderInput;
  orderedAt: Date;
  statuses: DemoStatuses;
  random: Random;
};

/** Returns the events of one order's story. */
export function tell({
  ctx,
  administrator,
  limited,
  index,
  story,
  order,
  orderedAt,
  statuses,
  random,
}: Telling): DemoEvent[] {
  let code = "";
  let subOrder = "";
  let time = orderedAt;
  const events: DemoEvent[] = [];
  const then = (wait: number, act: (now: Ctx) => Promise<unknown>) => {
    time = later(time, wait);
    events.push({ at: time, to: `order ${index}`, run: async (now) => void (await act(at(ctx, now))) });
  };
  const soon = () => minutes(random.between(20, 600));
  const someDays = () => days(random.between(1, 6)) + minutes(random.between(0, 300));

  then(0, async (now) => {
    const statusId = story === "executed_at_once" ? statuses.Executed : undefined;
    const created = value(await createOrder(now, { ...order, ...(statusId && { statusId }) }));
    code = created.code;
  });
  // A refusal is part of the demo: the order stays Submitted and shows the reason.
  const execute = (wait: number) => then(wait, (now) => executeOrder(now, { code }));
  const executeSubOrder = (wait: number) => then(wait, (now) => executeOrder(now, { code: subOrder }));
  const cancel = (wait: number, reason: keyof DemoStatuses, comment: string, target = () => code) =>
    then(wait, (now) => cancelOrder(now, { code: target(), statusId: statuses[reason], comment }));
  const deliver = (wait: number, share: number) =>
    then(wait, async (now) => {
      const items = await openItems(now, code);
      const part = items.slice(0, Math.max(1, Math.floor(items.length * share)));
      const chosen = part.map(({ id, open }, i) => ({
        itemId: id,
        quantity: i === 0 ? Math.ceil(open / 2) : open,
      }));
      subOrder = value(await deliverOrder(now, { code, items: chosen })).subOrderCode;
    });

  switch (story) {
    case "executed":
    case "executed_at_once":
      if (story === "executed") execute(soon());
      if (limited)
        cancel(days(random.between(8, 12)), "Canceled - Credit control failure", "No payment received");
      break;
    case "refused":
      execute(soon());
      break;
    case "delivered":
      deliver(soon(), 0.5);
      executeSubOrder(hours(random.between(1, 30)));
      execute(someDays());
      break;
    case "partly_delivered":
      deliver(soon(), 0.4);
      executeSubOrder(hours(random.between(1, 20)));
      break;
    case "in_delivery":
      deliver(soon(), 0.6);
      break;
    case "awaiting_documents":
      then(soon(), (now) =>
        setOrderStatus(now, {
          code,
          statusId: statuses["Awaiting documents"],
          comment: random.pick([
            "Signed contract is missing",
            "Waiting for the register extract",
            "VAT number to be confirmed",
          ]),
        }),
      );
      break;
    case "cancelled":
      cancel(
        someDays(),
        "Canceled",
        random.pick(["Customer chose another term", "Ordered twice", "Project postponed"]),
      );
      break;
    case "cancelled_for_credit":
      execute(soon());
      cancel(someDays(), "Canceled - Credit control failure", "Open invoices were not paid in time");
      break;
    case "returned":
      deliver(soon(), 0.6);
      cancel(hours(random.between(2, 20)), "Canceled", "Data centre was not ready", () => subOrder);
      execute(someDays());
      break;
    case "remainder_cancelled":
      deliver(soon(), 0.5);
      executeSubOrder(hours(random.between(2, 30)));
      cancel(someDays(), "Canceled", "The rest is not needed any more");
      break;
    case "reversed":
      execute(soon());
      then(someDays(), (now) =>
        // An order that credit held was not executed, and so nobody reverses it.
        reverseExecution(at(administrator, now.now), { code, comment: "Ordered twice by mistake" }),
      );
      break;
  }
  return events;
}

async function openItems(ctx: Ctx, code: string): Promise<{ id: string; open: number }[]> {
  const items = await read(ctx).orderItem.findMany({
    where: { order: { code } },
    orderBy: { position: "asc" },
  });
  return items
    .map((item) => ({
      id: item.id,
      open: item.quantity - item.deliveredQuantity - item.executedQuantity - item.cancelledQuantity,
    }))
    .filter(({ open }) => open > 0);
}
