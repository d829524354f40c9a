import { availableCredit, type Credit, missingCredit } from "../credit";
import { type Amount, formatAmount } from "../money";
import type { Combination } from "../order-status/combination";
import type { OrderItem } from "./order";

type ItemRef = { itemId: string; description: string };

/**
 * What holds an order: what is needed and what is there, as data. See docs/domain.md, section 2, "Why not
 * executed". Amounts are decimal strings in the order's currency.
 */
export type Gate =
  | {
      gate: "credit";
      account: { id: string; name: string };
      currency: string;
      limit: string;
      available: string;
      needed: string;
      missing: string;
    }
  | { gate: "approval" }
  | { gate: "configuration"; items: (ItemRef & { missing: string[] })[] }
  | { gate: "non_automatic"; items: ItemRef[] };

export type GateFacts = {
  status: Combination;
  /** What would be executed. */
  items: readonly OrderItem[];
  /** Its total including tax. */
  total: Amount;
  currency: string;
  billingTo: { id: string; name: string; credit: Credit };
};

/** Every gate that holds the order, in the order in which a person would clear them. */
export function heldBy(facts: GateFacts): Gate[] {
  return [approvalGate(facts), configurationGate(facts), creditGate(facts), nonAutomaticGate(facts)].filter(
    (gate) => gate !== null,
  );
}

function approvalGate({ status }: GateFacts): Gate | null {
  return status.storefrontType === "pending_approval" ? { gate: "approval" } : null;
}

function configurationGate({ items }: GateFacts): Gate | null {
  const incomplete = items
    .map((item) => ({
      ...itemRef(item),
      missing: item.requiredConfiguration.filter((name) => !item.configuration[name]?.trim()),
    }))
    .filter((item) => item.missing.length > 0);
  return incomplete.length > 0 ? { gate: "configuration", items: incomplete } : null;
}

function creditGate({ billingTo, total, currency }: GateFacts): Gate | null {
  const missing = missingCredit(billingTo.credit, total);
  if (missing.isZero()) return null;
  return {
    gate: "credit",
    account: { id: billingTo.id, name: billingTo.name },
    currency,
    limit: formatAmount(billingTo.credit.limit ?? 0, currency),
    available: formatAmount(availableCredit(billingTo.credit) ?? 0, currency),
    needed: formatAmount(total, currency),
    missing: formatAmount(missing, currency),
  };
}

/** Holds every automatic execution; a BSS user who executes clears it by doing so. */
function nonAutomaticGate({ items }: GateFacts): Gate | null {
  const held = items.filter((item) => item.nonAutomatic).map(itemRef);
  return held.length > 0 ? { gate: "non_automatic", items: held } : null;
}

function itemRef(item: OrderItem): ItemRef {
  return { itemId: item.id, description: item.description };
}

/** Who executes: a person in BSS (or an API key of one), or the product by itself. */
export type Executor = "bss_user" | "automatic";

export function blocks(gate: Gate, executor: Executor): boolean {
  return gate.gate !== "non_automatic" || executor === "automatic";
}

export type GateDescription = {
  label: string;
  /** What is needed and what is there. */
  sentence: string;
  /** Who can clear it, and how. */
  wayOut: string;
  clearedAt: { place: "account"; id: string } | { place: "order" } | { place: "reseller" };
};

/** The gate in words; the same on the page, in the dashboard and in the API. */
export function describeGate(gate: Gate): GateDescription {
  switch (gate.gate) {
    case "credit":
      return {
        label: "Credit",
        sentence: `${gate.account.name} has ${gate.available} ${gate.currency} of credit available and the order needs ${gate.needed} ${gate.currency}: ${gate.missing} ${gate.currency} are missing.`,
        wayOut: "An operator can raise the credit limit of the account, or the account pays open invoices.",
        clearedAt: { place: "account", id: gate.account.id },
      };
    case "approval":
      return {
        label: "Approval",
        sentence: "The reseller has not approved the order yet.",
        wayOut: "The reseller approves or cancels it in the Storefront.",
        clearedAt: { place: "reseller" },
      };
    case "configuration":
      return {
        label: "Configuration",
        sentence: gate.items
          .map((item) => `${item.description} still needs ${item.missing.join(", ")}.`)
          .join(" "),
        wayOut: "An operator can fill in the values with Edit.",
        clearedAt: { place: "order" },
      };
    case "non_automatic":
      return {
        label: "Manual",
        sentence: `${gate.items.map((item) => item.description).join(", ")} ${gate.items.length === 1 ? "is" : "are"} not executed automatically.`,
        wayOut: "A BSS user executes the order.",
        clearedAt: { place: "order" },
      };
  }
}
