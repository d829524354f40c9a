/** Who buys, for themselves or for customers of their own: docs/domain.md, section 5. */

export const accountTypes = ["customer", "reseller"] as const;
export type AccountType = (typeof accountTypes)[number];

export const accountTypeLabels: Record<AccountType, string> = {
  customer: "Customer",
  reseller: "Reseller",
};
