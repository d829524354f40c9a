import { availableCredit, type Credit, missingCredit } from "../../credit";
import type { Combination } from "../../order-status/combination";
import { type Amount, formatAmount } from "../../values/money";
import { missingConfiguration, type OrderItem, type Schedule } from "../tree/order";
import {
  type CreditCheckGate,
  creditCheckGate,
  type OutsideAnswers,
  type OutsideQuestions,
  type VendorGate,
  vendorGate,
} from "./outside";

export type ItemRef = { itemId: string; description: string };

/**
 * Names an account that is not active and what it is to the order: the account that orders and may also pay, or only
 * the payer.
 */
export type InactiveAccount = { id: string; name: string; as: "account" | "payer" };

/**
 * Says what holds an order: what is needed and what is there, as data with amounts as decimal strings in the order's
 * currency. See docs/domain.md, section 2, "Why not executed".
 */
export type Gate =
  /** An account that orders or is invoiced is not active: docs/domain.md, section 4, "Inactive accounts". */
  | { gate: "inactive_account"; accounts: InactiveAccount[] }
  | {
      gate: "credit";
      account: { id: string; name: string };
      currency: string;
      limit: string;
      available: string;
      needed: string;
      missing: string;
    }
  /** The reseller is null where only the status is known. */
  | { gate: "approval"; reseller: { id: string; name: string } | null }
  | { gate: "configuration"; items: (ItemRef & { missing: string[] })[] }
  /** These quantity changes are of subscriptions that were canceled since. */
  | { gate: "subscription"; items: ItemRef[] }
  | { gate: "not_sold"; items: ItemRef[] }
  | VendorGate
  | CreditCheckGate
  | { gate: "non_automatic"; items: ItemRef[] }
  | ({ gate: "date" } & Schedule);

/** Holds what an order's gates look at in an item. */
export type GatedItem = Pick<
  OrderItem,
  | "id"
  | "description"
  | "configuration"
  | "requiredConfiguration"
  | "nonAutomatic"
  | "sold"
  | "subscriptionEnded"
>;

export type GateFacts = {
  status: Combination;
  /** Holds what would be executed. */
  items: readonly GatedItem[];
  /** Holds the total of these items, including tax. */
  total: Amount;
  currency: string;
  billingTo: { id: string; name: string; credit: Credit };
  /** Holds the accounts that are not active among those that order and pay. */
  inactive: readonly InactiveAccount[];
  schedule: Schedule | null;
  /** Names the reseller whose customer the account is. */
  reseller: { id: string; name: string } | null;
  questions: OutsideQuestions;
  /** Holds the answers to the questions outside, as far as somebody asked. */
  answers: OutsideAnswers;
};

/** Returns every gate that holds the order, in the order in which a person would clear them. */
export function heldBy(facts: GateFacts): Gate[] {
  const { questions, answers } = facts;
  return [
    inactiveAccountGate(facts),
    approvalGate(facts),
    subscriptionGate(facts),
    configurationGate(facts),
    notSoldGate(facts),
    vendorGate(questions, answers),
    creditGate(facts),
    creditCheckGate(questions, answers),
    nonAutomaticGate(facts),
    dateGate(facts),
  ].filter((gate) => gate !== null);
}

function inactiveAccountGate({ inactive }: GateFacts): Gate | null {
  return inactive.length > 0 ? { gate: "inactive_account", accounts: [...inactive] } : null;
}

function approvalGate({ status, reseller }: GateFacts): Gate | null {
  return status.storefrontType === "pending_approval" ? { gate: "approval", reseller } : null;
}

function subscriptionGate({ items }: GateFacts): Gate | null {
  const ended = items.filter((item) => item.subscriptionEnded).map(itemRef);
  return ended.length > 0 ? { gate: "subscription", items: ended } : null;
}

function configurationGate({ items }: GateFacts): Gate | null {
  const incomplete = items
    .map((item) => ({
      ...itemRef(item),
      missing: missingConfiguration(item),
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

/** Holds every automatic execution. A BSS user clears it by executing. */
function nonAutomaticGate({ items }: GateFacts): Gate | null {
  const held = items.filter((item) => item.nonAutomatic).map(itemRef);
  return held.length > 0 ? { gate: "non_automatic", items: held } : null;
}

/** Holds an order that is executed later than it was placed. What was executed at once stays sold. */
function notSoldGate({ status, items }: GateFacts): Gate | null {
  const later = status.type === "scheduled" || status.type === "executing";
  const gone = later ? items.filter((item) => !item.sold).map(itemRef) : [];
  return gone.length > 0 ? { gate: "not_sold", items: gone } : null;
}

/** Holds until the scheduler takes the order on its day. A BSS user who executes does not wait for it. */
function dateGate({ status, schedule }: GateFacts): Gate | null {
  return status.type === "scheduled" && schedule ? { gate: "date", ...schedule } : null;
}

function itemRef(item: GatedItem): ItemRef {
  return { itemId: item.id, description: item.description };
}

/** Says who executes: a person in BSS (or an API key of one), the product by itself, or the scheduler on the day. */
export type Executor = "bss_user" | "automatic" | "scheduler";

export function blocks({ gate }: Gate, executor: Executor): boolean {
  return executor !== "bss_user" || !clearedByExecuting.has(gate);
}

/** A person who executes the order despite these gates has decided so. */
const clearedByExecuting: ReadonlySet<Gate["gate"]> = new Set(["non_automatic", "not_sold", "date"]);
