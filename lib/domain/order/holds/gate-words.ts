import { formatMoney, longDay } from "../../format/format";
import type { Permission } from "../../permissions";
import { silenceWords } from "../../refusing/silence";
import type { Schedule } from "../tree/order";
import type { Gate, InactiveAccount, ItemRef } from "./gates";
import type { VendorGate } from "./outside";

/** Names each gate wherever orders are sorted by what holds them. */
export const gateLabels: Record<Gate["gate"], string> = {
  inactive_account: "Inactive account",
  approval: "Approval",
  subscription: "Subscription",
  configuration: "Configuration",
  vendor: "Vendor",
  credit: "Credit",
  credit_check: "Credit check",
  not_sold: "Not sold",
  non_automatic: "Manual execution",
  date: "Execution date",
};

/** Excludes gates of orders that are with the reseller or the scheduler, and not among the unexecuted ones. */
export type GateFilter = Exclude<Gate["gate"], "approval" | "date" | "not_sold">;

/** Lists the gates by which unexecuted orders are looked for, in the order of their menu. */
export const gateFilters = [
  "inactive_account",
  "credit",
  "configuration",
  "subscription",
  "vendor",
  "credit_check",
  "non_automatic",
] as const satisfies readonly GateFilter[];

/** Says how an order stands that the gate holds: "Held by credit". */
export function heldByLabel(gate: Gate["gate"]): string {
  return `Held by ${gateLabels[gate].toLowerCase()}`;
}

/** Says where somebody goes to clear a gate, with the ids of accounts and vendors. */
export type Place =
  | { place: "account" | "reseller" | "vendor"; id: string }
  | { place: "order_edit" | "order_values" | "order_execute" | "credit_check" };

/** Describes one way to clear a gate: who can take it, where it leads, and the words for it. */
export type WayOut = Place & { who: Permission | "reseller"; words: string };

export type GateDescription = {
  label: string;
  /** Says what is needed and what is there. */
  sentence: string;
  /** Says who can clear it, and how. */
  wayOut: string;
  /** Holds the same as data, the most likely way first. */
  waysOut: WayOut[];
};

const edit = (words: string): WayOut => ({ place: "order_edit", who: "order:edit", words });
const execute = (words: string): WayOut => ({ place: "order_execute", who: "order:execute", words });
const override: WayOut = {
  place: "order_execute",
  who: "credit:override",
  words: "Execute it with a reason",
};

/** Returns the gate in words, with amounts and days as the reader writes them, and its ways out. */
export function describeGate(gate: Gate, locale: string): GateDescription {
  return { label: gateLabels[gate.gate], ...wordsOf(gate, locale) };
}

function wordsOf(gate: Gate, locale: string): Omit<GateDescription, "label"> {
  switch (gate.gate) {
    case "credit":
      return {
        sentence: creditSentence(gate, locale),
        wayOut:
          "The account pays open invoices or pays ahead, or an administrator raises its credit limit. Anyone allowed to override credit can execute the order and give a reason.",
        waysOut: [
          {
            place: "account",
            id: gate.account.id,
            who: "payment:record",
            words: `Open ${gate.account.name}`,
          },
          {
            place: "account",
            id: gate.account.id,
            who: "credit-limit:save",
            words: `Change the credit limit of ${gate.account.name}`,
          },
          override,
        ],
      };
    case "inactive_account":
      return describeInactive(gate.accounts);
    case "approval":
      return {
        sentence: `${gate.reseller?.name ?? "The reseller"} has not approved the order yet.`,
        wayOut: "The reseller approves or cancels it in the Storefront.",
        waysOut: gate.reseller
          ? [{ place: "reseller", id: gate.reseller.id, who: "reseller", words: "Open the reseller" }]
          : [],
      };
    case "subscription":
      return {
        sentence: gate.items
          .map((item) => `The subscription that ${item.description} adds to was canceled.`)
          .join(" "),
        wayOut: "An operator can remove the item with Edit, or cancel the order.",
        waysOut: [edit("Change the order")],
      };
    case "configuration":
      return {
        sentence: gate.items
          .map((item) => `${item.description} still needs ${item.missing.join(", ")}.`)
          .join(" "),
        wayOut: "An operator can fill in the values with Edit.",
        waysOut: [{ place: "order_values", who: "order:edit", words: "Fill in the values" }],
      };
    case "not_sold":
      return {
        sentence: `${names(gate.items)} ${are(gate.items)} no longer sold.`,
        wayOut: "A BSS user changes the products, or executes the order as it was placed.",
        waysOut: [edit("Change the products"), execute("Execute it as it was placed")],
      };
    case "date":
      return { ...describeDate(gate, locale), waysOut: [execute("Execute it now")] };
    case "vendor": {
      const answered = gate.vendors.some((vendor) => vendor.answered);
      const silent = gate.vendors.filter((vendor) => !vendor.answered);
      return {
        sentence: gate.vendors.map(vendorSentence).join(" "),
        wayOut: answered
          ? "An operator can change the items with Edit. Executing the order asks the vendor again."
          : "Executing the order asks the vendor again. An administrator can check the vendor's address and times.",
        waysOut: [
          ...(answered ? [edit("Change the order")] : []),
          execute("Ask again"),
          ...silent.map(({ id, name }): WayOut => {
            return { place: "vendor", id, who: "vendor:save", words: `Open ${name}` };
          }),
        ],
      };
    }
    case "credit_check":
      return {
        sentence: gate.answered
          ? `The credit check refuses ${formatMoney(gate.amount, gate.currency, locale)} for ${gate.account.name}: ${sentence(gate.message)}`
          : `The credit check ${silenceWords(gate.silence)}. It has to allow ${formatMoney(gate.amount, gate.currency, locale)} for ${gate.account.name}.`,
        wayOut: gate.answered
          ? "An operator can make the order smaller with Edit. Executing the order asks the agency again. Anyone allowed to override credit can execute it and give a reason."
          : "Executing the order asks the agency again. Anyone allowed to override credit can execute it and give a reason. An administrator can check the agency's address.",
        waysOut: [
          ...(gate.answered ? [edit("Change the order")] : []),
          execute("Ask again"),
          override,
          { place: "credit_check", who: "credit-check:save", words: "Open the credit check" },
        ],
      };
    case "non_automatic":
      return {
        sentence: `${names(gate.items)} ${are(gate.items)} not executed automatically.`,
        wayOut: "A BSS user executes the order.",
        waysOut: [execute("Execute it")],
      };
  }
}

function creditSentence(gate: Gate & { gate: "credit" }, locale: string): string {
  const money = (amount: string) => formatMoney(amount, gate.currency, locale);
  const has = gate.available.startsWith("-")
    ? `is ${money(gate.available.slice(1))} over its credit limit`
    : `has ${money(gate.available)} of credit available`;
  return `${gate.account.name} ${has} and the order needs ${money(gate.needed)}: ${money(gate.missing)} short.`;
}

function describeInactive(accounts: readonly InactiveAccount[]) {
  const payer = accounts.every((account) => account.as === "payer");
  return {
    sentence: accounts
      .map((account) =>
        account.as === "payer"
          ? `${account.name}, the account that is invoiced, is not active.`
          : `The account ${account.name} is not active.`,
      )
      .join(" "),
    wayOut: payer
      ? "An operator can activate it, or change Billing to with Edit."
      : "An operator can activate the account, or cancel the order.",
    waysOut: [
      ...accounts.map(({ id, name }): WayOut => {
        return { place: "account", id, who: "account:save", words: `Open ${name}` };
      }),
      ...(payer ? [edit("Change who is invoiced")] : []),
    ],
  };
}

function describeDate({ day, attempts, nextAttemptAt, failure }: Schedule, locale: string) {
  if (attempts === 0) {
    return {
      sentence: `It is scheduled for ${longDay(day, locale)}.`,
      wayOut:
        "The scheduler executes it on that day. A BSS user can execute it now, and the customer can choose another day.",
    };
  }
  const tried = `The scheduler has tried ${attempts === 1 ? "once" : `${attempts} times`} since ${longDay(day, locale)}.`;
  return {
    // A page gets the reason told, so that it need not carry the words of all refusals.
    sentence: failure?.reason === "in_words" ? `${tried} ${failure.words}` : tried,
    wayOut: nextAttemptAt
      ? "The scheduler tries again. A BSS user can execute it now."
      : "The scheduler has stopped trying. A BSS user can execute it, or the customer can choose another day.",
  };
}

function names(items: readonly ItemRef[]): string {
  return items.map((item) => item.description).join(", ");
}

function are(items: readonly ItemRef[]): string {
  return items.length === 1 ? "is" : "are";
}

function vendorSentence(vendor: VendorGate["vendors"][number]) {
  const { name } = vendor;
  const what = names(vendor.items);
  if (vendor.answered) return `${name} holds ${what}: ${sentence(vendor.message)}`;
  return `${name} ${silenceWords(vendor.silence)}. It has to say whether it can deliver ${what}.`;
}

/** Returns what others wrote, with a full stop at its end. */
function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
