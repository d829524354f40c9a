import "server-only";
import { config } from "../kernel/config";

export type Reader = "staff" | "customer" | "reseller";

/**
 * Tells in which role the recipient reads the order: a message to staff has no account, and a reseller's account is not the
 * order's.
 */
export function readerOf(message: { accountId: string | null; orderAccountId: string }): Reader {
  if (message.accountId === null) return "staff";
  return message.accountId === message.orderAccountId ? "customer" : "reseller";
}

const orderPages: Record<Reader, string> = {
  staff: "/orders",
  customer: "/storefront/billing/orders",
  reseller: "/storefront/approvals",
};

/** Returns the address of the page on which the reader sees the order. Only staff see a sub-order separately. */
export function orderUrl(order: { code: string; primary: string }, reader: Reader): string {
  const code = reader === "staff" ? order.code : order.primary;
  return `${config().publicUrl}${orderPages[reader]}/${encodeURIComponent(code)}`;
}
