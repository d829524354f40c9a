import "server-only";
import type { OrderRefusal } from "@/lib/domain/order/refusal";
import { ok, type Result, refuse } from "@/lib/domain/result";
import { planSchedule } from "@/lib/domain/schedule";
import { ChooseExecutionDateInput } from "@/lib/schemas/storefront";
import { requirePermission } from "../../kernel/ctx";
import { transaction } from "../../kernel/transaction";
import { writeSchedule } from "../../scheduling/schedule";
import { basketCode, lockBasket } from "../basket/open";
import type { CustomerCtx } from "../customer";
import { buysThroughReseller } from "./reseller";

/** Keeps with the basket on which day it is to be executed, or that it is to be at once. See docs/domain.md, section 5. */
export async function chooseExecutionDate(
  customer: CustomerCtx,
  raw: unknown,
): Promise<Result<{ day: string | null }, OrderRefusal>> {
  requirePermission(customer.ctx, "storefront:use");
  const { day } = ChooseExecutionDateInput.parse(raw);
  const code = await basketCode(customer);
  if (code === null) return refuse({ reason: "unknown_item" });

  return transaction(customer.ctx, async (tx) => {
    const { ctx } = customer;
    const { part } = await lockBasket(tx, customer, code);
    const { organizationId, now, timeZone } = ctx;
    if (day === null) {
      await tx.orderSchedule.deleteMany({ where: { organizationId, orderId: part.id } });
    } else {
      const throughReseller = await buysThroughReseller(tx, customer);
      const due = planSchedule(part, { day, now, timeZone, throughReseller });
      if (!due.ok) return due;
      const chosen = { day, timeZone, attempts: 0, nextAttemptAt: null, failure: null };
      await writeSchedule(tx, ctx, part.id, chosen);
    }
    // Another tab's checkout would otherwise place what its customer has not seen.
    await tx.order.update({
      where: { organizationId_id: { organizationId, id: part.id } },
      data: { version: { increment: 1 }, updatedAt: now },
      select: { id: true },
    });
    return ok({ day });
  });
}
