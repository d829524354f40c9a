/** Who buys, for themselves or for customers of their own: docs/domain.md, section 5. */

export const accountTypes = ["customer", "reseller"] as const;
export type AccountType = (typeof accountTypes)[number];

export const accountTypeLabels: Record<AccountType, string> = {
  customer: "Customer",
  reseller: "Reseller",
};

/** What an account that was added may owe until somebody allowed to set credit limits sets one. */
export const newAccountLimit = "0";

/** Whom an order of the account invoices without a decision about credit: itself, or who pays for it by default. */
export function paysByItself(
  account: { id: string; billingToId: string | null },
  billingToId: string,
): boolean {
  return billingToId === account.id || billingToId === account.billingToId;
}
