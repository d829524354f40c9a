import { availableCredit, type Credit, missingCredit } from "../credit";
import { type Amount, formatAmount } from "../money";
import type { Combination } from "../order-status/combination";
import { missingConfiguration, type OrderItem, type Schedule } from "./order";
import {
  type CreditCheckGate,
  creditCheckGate,
  type OutsideAnswers,
  type OutsideQuestions,
  type VendorGate,
  vendorGate,
} from "./outside";

export type ItemRef = { itemId: string; description: string };

/** An account that is not active, and what it is to the order: who orders, which may also pay, or only who pays. */
export type InactiveAccount = { id: string; name: string; as: "account" | "payer" };

/**
 * What holds an order: what is needed and what is there, as data. See docs/domain.md, section 2, "Why not
 * executed". Amounts are decimal strings in the order's currency.
 */
export type Gate =
  /** Whoever orders or is invoiced is not active: docs/domain.md, section 4, "Inactive accounts". */
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
  /** The reseller is left out where only the status is known. */
  | { gate: "approval"; reseller: { id: string; name: string } | null }
  | { gate: "configuration"; items: (ItemRef & { missing: string[] })[] }
  /** Quantity changes of subscriptions that were cancelled since. */
  | { gate: "subscription"; items: ItemRef[] }
  | { gate: "not_sold"; items: ItemRef[] }
  | VendorGate
  | CreditCheckGate
  | { gate: "non_automatic"; items: ItemRef[] }
  | ({ gate: "date" } & Schedule);

/** What of an item its order's gates look at. */
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
  /** What would be executed. */
  items: readonly GatedItem[];
  /** Its total including tax. */
  total: Amount;
  currency: string;
  billingTo: { id: string; name: string; credit: Credit };
  /** Of who orders and who is invoiced, those that are not active. */
  inactive: readonly InactiveAccount[];
  schedule: Schedule | null;
  /** Whose customer the account is. */
  reseller: { id: string; name: string } | null;
  questions: OutsideQuestions;
  /** What was answered to them, as far as it was asked. */
  answers: OutsideAnswers;
};

/** Every gate that holds the order, in the order in which a person would clear them. */
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

/** Holds every automatic execution; a BSS user who executes clears it by doing so. */
function nonAutomaticGate({ items }: GateFacts): Gate | null {
  const held = items.filter((item) => item.nonAutomatic).map(itemRef);
  return held.length > 0 ? { gate: "non_automatic", items: held } : null;
}

/** Of an order that is executed later than it was placed; what has been sold at once stays sold. */
function notSoldGate({ status, items }: GateFacts): Gate | null {
  const later = status.type === "scheduled" || status.type === "executing";
  const gone = later ? items.filter((item) => !item.sold).map(itemRef) : [];
  return gone.length > 0 ? { gate: "not_sold", items: gone } : null;
}

/** Holds until the scheduler takes the order on its day; a BSS user who executes does not wait for it. */
function dateGate({ status, schedule }: GateFacts): Gate | null {
  return status.type === "scheduled" && schedule ? { gate: "date", ...schedule } : null;
}

function itemRef(item: GatedItem): ItemRef {
  return { itemId: item.id, description: item.description };
}

/** Who executes: a person in BSS (or an API key of one), the product by itself, or its scheduler on the day. */
export type Executor = "bss_user" | "automatic" | "scheduler";

export function blocks({ gate }: Gate, executor: Executor): boolean {
  return executor !== "bss_user" || !clearedByExecuting.has(gate);
}

/** A person who executes the order all the same has decided so. */
const clearedByExecuting: ReadonlySet<Gate["gate"]> = new Set(["non_automatic", "not_sold", "date"]);
