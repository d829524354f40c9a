import "server-only";
import { z } from "zod";
import { executionDays, planSchedule } from "@/lib/domain/scheduling/schedule";
import { ok } from "@/lib/domain/values/result";
import { Day } from "@/lib/schemas/orders";
import { command } from "../../../kernel/definition/command";
import { refusals } from "../../../kernel/definition/refusals";
import { notOpen } from "../../../orders/refusals";
import { writeSchedule } from "../../../scheduling/schedule";
import { customers } from "../../customer";
import { buysThroughReseller } from "../../reseller";
import { lockBasket, requireBasket } from "../open";

const ChooseExecutionDateInput = z.strictObject({
  /**
   * Holds the day of execution; null executes the order when it is placed. The first day that can be chosen is asked for as such,
   * since it may have become another one after the page was drawn.
   */
  day: Day.or(z.literal("first")).nullable(),
});

/** Stores the basket's execution day, or that it is executed at once. See docs/domain.md, section 5. */
export const chooseExecutionDate = command({
  name: "basket.choose-date",
  caller: customers("storefront:buy"),
  input: ChooseExecutionDateInput,
  output: z.object({ day: Day.nullable() }),
  refusals: refusals(
    ...notOpen,
    "not_in_basket",
    "not_scheduled",
    "resellers_customer",
    "not_schedulable",
    "day_out_of_range",
  ),
  prepare: ({ who }) => requireBasket(who),
  async run({ tx, ctx, who: customer, prepared: code }, { day: wanted }) {
    const { part } = await lockBasket(tx, customer, code);
    const { organizationId, now, timeZone } = ctx;
    const day = wanted === "first" ? executionDays(now, timeZone).first : wanted;
    if (day === null) {
      await tx.orderSchedule.deleteMany({ where: { organizationId, orderId: part.id } });
    } else {
      const throughReseller = await buysThroughReseller(tx, customer);
      const due = planSchedule(part, { day, now, timeZone, throughReseller });
      if (!due.ok) return due;
      const chosen = { day, timeZone, attempts: 0, nextAttemptAt: null, failure: null };
      await writeSchedule(tx, ctx, part.id, chosen);
    }
    // Without a new version, the checkout in another tab would place what its customer has not seen.
    await tx.order.update({
      where: { organizationId_id: { organizationId, id: part.id } },
      data: { version: { increment: 1 }, updatedAt: now },
      select: { id: true },
    });
    return ok({ day });
  },
});
