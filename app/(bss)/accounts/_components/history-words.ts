import { accountTypeLabels } from "@/lib/domain/account";
import { languageLabels } from "@/lib/domain/messages/message";
import type { AccountHistoryRow } from "@/lib/server/accounts/queries/account-history";

export const accountEvent = (event: string) => (event === "created" ? "Added" : "Changed");

/** Is a value that changed. A limit is an exact amount, or unlimited when it is null. */
export type AccountChange = { label: string } & (
  | { limit: true; before?: string | null; after: string | null }
  | { limit?: false; before?: string; after: string }
);

const labels: Record<string, string> = {
  name: "Name",
  email: "Email",
  language: "Language",
  street: "Street",
  postalCode: "Postal code",
  city: "City",
  region: "Region",
  country: "Country",
  vatId: "VAT ID",
  creditLimit: "Credit limit",
  type: "Type",
  orderApproval: "Order approval",
  active: "Active",
  billingTo: "Billing to",
  reseller: "Reseller",
};

/**
 * Tells what an entry changed, in the order of the form. For an account that was added, it tells its first values.
 */
export function accountChanges({
  event,
  before,
  after,
}: Pick<AccountHistoryRow, "event" | "before" | "after">) {
  const [was, is] = [fields(before), fields(after)];
  return Object.entries(labels).flatMap(([name, label]): AccountChange[] => {
    if (!(name in is) || was[name] === is[name]) return [];
    const added = event === "created";
    if (name === "creditLimit") {
      const limits = { label, limit: true, after: is[name] as string | null } as const;
      return [added ? limits : { ...limits, before: was[name] as string | null }];
    }
    const word = wordOf(name, is[name]);
    if (added) return is[name] === null ? [] : [{ label, after: word }];
    return [{ label, before: wordOf(name, was[name]), after: word }];
  });
}

function wordOf(name: string, value: unknown): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (value === null || value === undefined) return name === "billingTo" ? "the account itself" : "nothing";
  const text = String(value);
  if (name === "street") return text.replaceAll("\n", ", ");
  if (name === "type") return accountTypeLabels[text as keyof typeof accountTypeLabels] ?? text;
  if (name === "language") return languageLabels[text as keyof typeof languageLabels] ?? text;
  return text;
}

function fields(value: unknown): Record<string, unknown> {
  return value && typeof value === "object" ? (value as Record<string, unknown>) : {};
}
