import "server-only";
import { addDays, localDay } from "@/lib/domain/values/day";
import type { CreateOrderInput } from "@/lib/schemas/orders";
import type { Ctx } from "../../kernel/ctx";
import { read } from "../../kernel/db";
import { transaction } from "../../kernel/transaction";
import { lockOrder } from "../../orders/tree/load";
import { scheduleWithin } from "../../scheduling/schedule-order";
import { type TestOrganization, value } from "./basics";
import { makeOrder, storedOrder } from "./orders";

/** Creates an order as a scheduled checkout leaves it, by default for tomorrow. */
export async function makeScheduledOrder(
  organization: TestOrganization,
  input: Partial<CreateOrderInput> = {},
  { ctx = organization.as.customer, day }: { ctx?: Ctx; day?: string } = {},
) {
  const order = await makeBasket(organization, input);
  const chosen = day ?? addDays(localDay(ctx.now, ctx.timeZone), 1);
  value(
    await transaction(ctx, async (tx) =>
      scheduleWithin(tx, ctx, await lockOrder(tx, ctx, order.code), { day: chosen, throughReseller: false }),
    ),
  );
  return storedOrder(ctx, order.code);
}

/** Creates a Draft order, as a basket is. */
export async function makeBasket(organization: TestOrganization, input: Partial<CreateOrderInput> = {}) {
  const order = await makeOrder(organization, input);
  const draft = { statusId: organization.statuses.Draft ?? "", statusStorefrontType: "draft" as const };
  await read(organization.as.operator).order.updateMany({ where: { id: order.id }, data: draft });
  return order;
}

/** Returns the schedule of an order as it is in the database; null once it has ended. */
export function storedSchedule(ctx: Ctx, code: string) {
  return read(ctx).orderSchedule.findFirst({ where: { order: { code } } });
}
