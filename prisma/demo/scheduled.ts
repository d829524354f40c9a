import { permissionsOfPerson } from "@/lib/domain/permissions";
import { addDays, localDay } from "@/lib/domain/values/day";
import type { Ctx } from "@/lib/server/kernel/ctx";
import { unscoped } from "@/lib/server/kernel/db";
import { addToBasket } from "@/lib/server/storefront/basket/commands/add-to-basket";
import { chooseExecutionDate } from "@/lib/server/storefront/basket/commands/choose-execution-date";
import { placeOrder } from "@/lib/server/storefront/basket/commands/place-order";
import { getBasket } from "@/lib/server/storefront/basket/queries/get-basket";
import { type CustomerCtx, customerOf } from "@/lib/server/storefront/customer";
import { value } from "@/lib/server/testing/factories/basics";

/** The demo's customer has ordered these for later, and the last one exceeds the credit that the others leave. */
const wishes = [
  { inDays: 2, product: "VM-M", quantity: 2 },
  { inDays: 9, product: "VM-S", quantity: 4 },
  { inDays: 30, product: "VM-L", quantity: 120 },
];

/**
 * Places orders that wait for their day, as the customer places them. Does nothing where nobody buys in the Storefront.
 */
export async function scheduleOrders(system: Ctx, email: string): Promise<void> {
  const user = await unscoped().user.findFirst({
    where: { email },
    select: { id: true, name: true, email: true, role: true, accountId: true, organizationId: true },
  });
  if (user?.organizationId !== system.organizationId) return;
  const permissions = permissionsOfPerson({ role: user.role, defined: null, accountRole: "administrator" });
  const actor = { type: "user" as const, id: user.id, name: user.name, role: user.role, permissions };
  const ctx: Ctx = { ...system, actor, timeZone: "Europe/Berlin" };
  const customer = customerOf({ ctx, user });
  for (const wish of wishes) await order(customer, wish);
}

async function order(customer: CustomerCtx, { inDays, product, quantity }: (typeof wishes)[number]) {
  const { now, timeZone, organizationId } = customer.ctx;
  const { id: productId } = await unscoped().product.findUniqueOrThrow({
    where: { organizationId_code: { organizationId, code: product } },
    select: { id: true },
  });
  value(await addToBasket(customer, { productId, quantity, configuration: {} }));
  value(await chooseExecutionDate(customer, { day: addDays(localDay(now, timeZone), inDays) }));
  const basket = await getBasket(customer);
  if (!basket) throw new Error("No basket");
  const { code, version, totals } = basket;
  value(await placeOrder(customer, { code, version, total: totals.finalPrice }));
}
