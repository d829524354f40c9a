/** An account is a customer or a reseller with customers of its own: docs/domain.md, section 5. */

export const accountTypes = ["customer", "reseller"] as const;
export type AccountType = (typeof accountTypes)[number];

export const accountTypeLabels: Record<AccountType, string> = {
  customer: "Customer",
  reseller: "Reseller",
};

/** An account that an operator adds may owe nothing until an administrator sets its limit. */
export const newAccountLimit = "0";

/** Tells whether an order invoices the account that it would invoice anyway, so that nobody decides about credit. */
export function paysByItself(
  account: { id: string; billingToId: string | null },
  billingToId: string,
): boolean {
  return billingToId === account.id || billingToId === account.billingToId;
}
