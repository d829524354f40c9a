import { accountTypeLabels } from "@/lib/domain/account";
import type { AccountEvent, AccountFacts } from "@/lib/domain/events/account-event";
import { languageLabels } from "@/lib/domain/messages/message";

/** Names events of accounts as their history shows them. */
export const accountEventLabels: Record<AccountEvent["kind"], string> = {
  "account.created": "Added",
  "account.edited": "Changed",
};

/** Is a value that changed. A limit is an exact amount, or unlimited when it is null. */
export type AccountChange = { label: string } & (
  | { limit: true; before?: string | null; after: string | null }
  | { limit?: false; before?: string; after: string }
);

const labels: Record<keyof AccountFacts, string> = {
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
export function accountChanges({ kind, before = {}, after }: AccountEvent): AccountChange[] {
  return (Object.keys(labels) as (keyof AccountFacts)[]).flatMap((name): AccountChange[] => {
    const [was, is] = [before[name], after[name]];
    if (is === undefined || was === is) return [];
    const label = labels[name];
    const added = kind === "account.created";
    if (name === "creditLimit") {
      const limit = { label, limit: true, after: after.creditLimit ?? null } as const;
      return [added ? limit : { ...limit, before: before.creditLimit ?? null }];
    }
    if (added) return is === null ? [] : [{ label, after: wordOf(name, is) }];
    return [{ label, before: wordOf(name, was), after: wordOf(name, is) }];
  });
}

const valueLabels: Partial<Record<keyof AccountFacts, Record<string, string>>> = {
  type: accountTypeLabels,
  language: languageLabels,
};

function wordOf(name: keyof AccountFacts, value: string | boolean | null | undefined): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (value === null || value === undefined) return name === "billingTo" ? "the account itself" : "nothing";
  if (name === "street") return value.replaceAll("\n", ", ");
  return valueLabels[name]?.[value] ?? value;
}
