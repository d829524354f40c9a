import { availableCredit, type Credit, missingCredit } from "../credit";
import { longDay } from "../day";
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

/** A gate's name, wherever orders are sorted by what holds them. */
export const gateLabels: Record<Gate["gate"], string> = {
  approval: "Approval",
  subscription: "Subscription",
  configuration: "Configuration",
  vendor: "Vendor",
  credit: "Credit",
  credit_check: "Credit check",
  not_sold: "Not sold",
  non_automatic: "Manual",
  date: "Execution date",
};

export type GateDescription = {
  label: string;
  /** What is needed and what is there. */
  sentence: string;
  /** Who can clear it, and how. */
  wayOut: string;
  clearedAt: { place: "account"; id: string } | { place: "order" } | { place: "reseller"; id: string | null };
};

/** The gate in words; the same on the page, in the dashboard and in the API. */
export function describeGate(gate: Gate): GateDescription {
  switch (gate.gate) {
    case "credit":
      return {
        label: gateLabels.credit,
        sentence: `${gate.account.name} has ${gate.available} ${gate.currency} of credit available and the order needs ${gate.needed} ${gate.currency}: ${gate.missing} ${gate.currency} are missing.`,
        wayOut: "An operator can raise the credit limit of the account, or the account pays open invoices.",
        clearedAt: { place: "account", id: gate.account.id },
      };
    case "approval":
      return {
        label: gateLabels.approval,
        sentence: `${gate.reseller?.name ?? "The reseller"} has not approved the order yet.`,
        wayOut: "The reseller approves or cancels it in the Storefront.",
        clearedAt: { place: "reseller", id: gate.reseller?.id ?? null },
      };
    case "subscription":
      return {
        label: gateLabels.subscription,
        sentence: gate.items
          .map((item) => `The subscription that ${item.description} adds to was cancelled.`)
          .join(" "),
        wayOut: "An operator can remove the item with Edit, or cancel the order.",
        clearedAt: { place: "order" },
      };
    case "configuration":
      return {
        label: gateLabels.configuration,
        sentence: gate.items
          .map((item) => `${item.description} still needs ${item.missing.join(", ")}.`)
          .join(" "),
        wayOut: "An operator can fill in the values with Edit.",
        clearedAt: { place: "order" },
      };
    case "not_sold":
      return {
        label: gateLabels.not_sold,
        sentence: `${names(gate.items)} ${are(gate.items)} no longer sold.`,
        wayOut: "A BSS user changes the products, or executes the order as it was placed.",
        clearedAt: { place: "order" },
      };
    case "date":
      return { label: gateLabels.date, ...describeDate(gate), clearedAt: { place: "order" } };
    case "vendor":
      return {
        label: gateLabels.vendor,
        sentence: gate.vendors.map(vendorSentence).join(" "),
        wayOut: gate.vendors.some(({ answered }) => answered)
          ? "An operator can change the items with Edit, or the vendor clears it. Executing the order asks again."
          : "Executing the order asks again.",
        clearedAt: { place: "order" },
      };
    case "credit_check":
      return {
        label: gateLabels.credit_check,
        sentence: gate.answered
          ? `The credit check refuses ${gate.amount} ${gate.currency} for ${gate.account.name}: ${sentence(gate.message)}`
          : `The credit check ${gate.message}. It has to allow ${gate.amount} ${gate.currency} for ${gate.account.name}.`,
        wayOut: "Executing the order asks again. Who may override credit can execute it with a reason.",
        clearedAt: { place: "order" },
      };
    case "non_automatic":
      return {
        label: gateLabels.non_automatic,
        sentence: `${names(gate.items)} ${are(gate.items)} not executed automatically.`,
        wayOut: "A BSS user executes the order.",
        clearedAt: { place: "order" },
      };
  }
}

function describeDate({ day, attempts, nextAttemptAt, failure }: Schedule) {
  if (attempts === 0) {
    return {
      sentence: `It is to be executed on ${longDay(day)}.`,
      wayOut:
        "It is executed by itself on that day; a BSS user can execute it now, the customer can choose another day.",
    };
  }
  const tried = `The scheduler has tried ${attempts === 1 ? "once" : `${attempts} times`} since ${longDay(day)}.`;
  return {
    sentence: failure ? `${tried} ${failure}` : tried,
    wayOut: nextAttemptAt
      ? "The scheduler tries again; a BSS user can execute it now."
      : "The scheduler does not try any more: a BSS user executes it, or the customer chooses another day.",
  };
}

function names(items: readonly ItemRef[]): string {
  return items.map((item) => item.description).join(", ");
}

function are(items: readonly ItemRef[]): string {
  return items.length === 1 ? "is" : "are";
}

function vendorSentence({ name, answered, message, items }: VendorGate["vendors"][number]) {
  const what = names(items);
  if (answered) return `${name} holds ${what}: ${sentence(message)}`;
  return `${name} ${message}. It has to say whether it can deliver ${what}.`;
}

/** What others wrote, closed with a full stop if it is not closed. */
function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
