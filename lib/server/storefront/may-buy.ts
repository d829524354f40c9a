import "server-only";
import { requirePermission } from "../kernel/ctx";
import type { CustomerCtx } from "./customer";
import { ownRows } from "./own-rows";

/** Returns whether the account is active: people of another one look and order nothing. See docs/domain.md, section 4. */
export async function mayBuy(customer: CustomerCtx): Promise<boolean> {
  requirePermission(customer.ctx, "storefront:use");
  const account = await ownRows(customer).account.findFirst({ select: { active: true } });
  return account?.active ?? false;
}
