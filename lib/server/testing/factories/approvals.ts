import "server-only";
import { approveOrder } from "../../storefront/approvals/commands/approve-order";
import { getApproval } from "../../storefront/approvals/queries/approvals";
import type { ResellerCtx } from "../../storefront/customer";

/** Returns what a reseller agrees to: the order as it is shown. */
export async function seenOrder(reseller: ResellerCtx, code: string) {
  const { version, total } = await getApproval(reseller, code);
  return { code, version, total };
}

/** Lets the reseller approve an order as it is shown. */
export async function approveShown(reseller: ResellerCtx, code: string, comment = "") {
  return approveOrder(reseller, { ...(await seenOrder(reseller, code)), comment });
}
