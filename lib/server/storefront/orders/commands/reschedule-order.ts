import "server-only";
import { z } from "zod";
import { isDraft } from "@/lib/domain/order-status/combination";
import { ownFacts, requireReschedulable } from "@/lib/domain/storefront/own-order";
import { Day, OrderCode } from "@/lib/schemas/orders";
import { AsSeen } from "@/lib/schemas/storefront";
import { command } from "../../../kernel/definition/command";
import { refusals } from "../../../kernel/definition/refusals";
import { NotFound } from "../../../kernel/errors";
import { notOpen } from "../../../orders/refusals";
import { requireSeenOrder } from "../../../orders/tree/load";
import { scheduleWithin } from "../../../scheduling/schedule-order";
import { customers } from "../../customer";
import { buysThroughReseller } from "../../reseller";
import { lockOwnOrder } from "../own-order";

const RescheduleOrderInput = z.strictObject({ code: OrderCode, day: Day, ...AsSeen });

/** Moves a scheduled order to another day, until its execution begins. See docs/domain.md, section 5. @throws NotFound */
export const rescheduleOrder = command({
  name: "own-order.reschedule",
  caller: customers("storefront:change-orders"),
  input: RescheduleOrderInput,
  output: z.object({ code: OrderCode, day: Day }),
  refusals: refusals(
    ...notOpen,
    "not_scheduled",
    "resellers_customer",
    "not_schedulable",
    "day_out_of_range",
  ),
  async run({ tx, who: customer }, { code, day, ...seen }) {
    const order = await lockOwnOrder(tx, customer, code);
    if (isDraft(order.part.status)) throw new NotFound("order", code);
    const reschedulable = requireReschedulable(order.tree);
    if (!reschedulable.ok) return reschedulable;
    const asSeen = requireSeenOrder(order, seen, () => ownFacts(order.tree, customer.ctx.locale));
    if (!asSeen.ok) return asSeen;
    const throughReseller = await buysThroughReseller(tx, customer);
    return scheduleWithin(tx, customer.ctx, order, { day, throughReseller });
  },
});
