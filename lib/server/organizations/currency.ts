import "server-only";
import type { Ctx } from "../kernel/ctx";
import { read } from "../kernel/db";

/** Returns the currency in which the organization sells, such as "EUR". */
export async function organizationCurrency(ctx: Ctx): Promise<string> {
  const { currency } = await read(ctx).organization.findUniqueOrThrow({
    where: { id: ctx.organizationId },
    select: { currency: true },
  });
  return currency;
}
