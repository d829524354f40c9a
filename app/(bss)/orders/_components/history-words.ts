import {
  type FormatLocale,
  formatDate,
  formatMoney,
  formatNumber,
  formatPercent,
} from "@/lib/domain/format/format";
import { describeGate } from "@/lib/domain/order/gate-words";
import type { Gate } from "@/lib/domain/order/gates";
import type { ProvisioningAction } from "@/lib/domain/provisioning";
import type { OrderHistoryEntry } from "@/lib/server/orders/queries/order-history";

type Item = {
  product: string;
  quantity: number;
  unitPrice?: string;
  discountPercent?: string;
  configuration?: Record<string, string>;
};

/** Whatever an event keeps of before and after; each field only where the event has it. */
type Facts = {
  name?: string;
  note?: string;
  account?: string;
  billingTo?: string;
  status?: string;
  items?: Item[];
  of?: string;
  with?: string;
  subOrder?: string;
  invoice?: string;
  total?: string;
  startDate?: string;
  remainderCancelled?: string;
  gates?: Gate[];
  /** Those that the execution was allowed in spite of. */
  overridden?: Gate[];
  /** Of provisioning: the product, and how often its vendor was tried. */
  item?: string;
  attempts?: number;
  /** Of scheduled execution: its day, and when the scheduler tries again. */
  day?: string;
  nextAttemptAt?: string | null;
  /** Of a trial that ended. */
  bought?: boolean;
  /** Of a message. */
  subject?: string;
  address?: string;
  action?: ProvisioningAction;
  creditNotes?: { number: string; invoice: string; total: string }[];
  /** Paid of the invoices or for the order, and credit since. */
  released?: string;
  /** What a customer paid for the order, and whether it is kept for it. */
  amount?: string;
  reserved?: boolean;
};

/** A timeline entry in words: what happened, and line by line what changed, before → after. */
export function describeEntry(
  entry: Pick<OrderHistoryEntry, "event" | "before" | "after">,
  currency: string,
  { locale, timeZone }: FormatLocale,
): { title: string; lines: string[] } {
  const before = (entry.before ?? {}) as Facts;
  const after = (entry.after ?? {}) as Facts;
  const money = (amount: string) => formatMoney(amount, currency, locale);
  const written = { locale, currency };
  const day = (value = "") => value && formatDate(value, "date", { locale, timeZone: "UTC" });
  const units = (item: Item) => `${formatNumber(item.quantity, locale)} × ${item.product}`;
  const listed = (after.items ?? []).map((item) =>
    item.unitPrice === undefined ? units(item) : `${units(item)} at ${money(item.unitPrice)}`,
  );

  switch (entry.event) {
    case "created":
      return after.of
        ? { title: `Created as a partial delivery of ${after.of}`, lines: listed }
        : {
            title: "Created",
            lines: [
              ...(after.account ? [`Account: ${after.account}`] : []),
              ...(after.billingTo && after.billingTo !== after.account
                ? [`Billing to: ${after.billingTo}`]
                : []),
              ...listed,
            ],
          };
    case "placed":
      return { title: "Placed in the Storefront", lines: [...changes(before, after), ...listed] };
    case "approved":
      return { title: "Approved by the reseller", lines: changes(before, after) };
    case "edited":
    case "status_changed":
      return {
        title: entry.event === "edited" ? "Edited" : "Status changed",
        lines: [
          ...changes(before, after),
          ...(before.items && after.items ? itemChanges(before.items, after.items, written) : []),
        ],
      };
    case "status_replaced":
      return { title: "Status replaced, since it was deleted", lines: changes(before, after) };
    case "delivered":
      return { title: `Delivered to sub-order ${after.subOrder}`, lines: listed };
    case "returned":
      return { title: `Returned from sub-order ${after.subOrder}`, lines: listed };
    case "executed":
      return {
        title: after.with ? `Executed with ${after.with}` : "Executed",
        lines: [
          ...changes(before, after),
          ...(after.invoice && after.total
            ? [`Invoice ${after.invoice}: ${money(after.total)}, starting ${day(after.startDate)}`]
            : []),
          ...leftOver(after, money),
          ...(after.overridden ?? []).flatMap((gate) => overrides(gate, money)),
        ],
      };
    case "execution_refused":
      return {
        title: "Execution refused",
        lines: (after.gates ?? []).map((gate) => describeGate(gate, locale).sentence),
      };
    case "cancelled":
      return {
        title: after.remainderCancelled
          ? `Remainder canceled: ${after.remainderCancelled}`
          : after.with
            ? `Canceled with ${after.with}`
            : "Cancelled",
        lines: [...changes(before, after), ...leftOver(after, money)],
      };
    case "scheduled":
      return before.day
        ? { title: "Execution date changed", lines: [`${day(before.day)} → ${day(after.day)}`] }
        : { title: `Scheduled for ${day(after.day)}`, lines: changes(before, after) };
    case "execution_begun":
      return { title: `Scheduler’s try ${after.attempts}`, lines: changes(before, after) };
    case "repriced":
      return {
        title: "Prices of the day",
        lines: [
          ...itemChanges(before.items ?? [], after.items ?? [], written),
          `Total: ${money(before.total ?? "0")} → ${money(after.total ?? "0")}`,
        ],
      };
    case "schedule_failed":
      return {
        title: `Not executed on try ${after.attempts}`,
        lines: [
          after.nextAttemptAt
            ? `Next try: ${formatDate(after.nextAttemptAt, "date-time", { locale, timeZone })}`
            : "The scheduler has stopped trying",
        ],
      };
    case "reversed":
      return {
        title: after.with ? `Execution of ${after.with} reversed` : "Execution reversed",
        lines: [
          ...changes(before, after),
          ...(after.creditNotes ?? []).map(
            (note) => `Credit note ${note.number} for invoice ${note.invoice}: ${money(note.total)}`,
          ),
          ...(Number(after.released ?? 0) > 0
            ? [`Paid before, and now credit of the account: ${money(after.released ?? "0")}`]
            : []),
        ],
      };
    case "paid":
      return {
        title: `${money(after.amount ?? "0")} paid online`,
        lines: [
          after.reserved
            ? "The payment is reserved for this order."
            : "The order does not need it. It pays the oldest open invoices; the rest is credit of the account.",
        ],
      };
    case "payment_released":
      return { title: "Payment released", lines: leftOver(after, money) };
    case "payment_reversed":
      return { title: `Payment of ${money(after.amount ?? "0")} reversed`, lines: [] };
    case "trial_ended":
      return {
        title: `Trial of ${after.item} ended`,
        lines: [
          after.bought
            ? "It was bought, so nothing was switched off."
            : "It was not bought, so it is switched off.",
        ],
      };
    case "message_resent":
      return { title: "Message sent again", lines: [`${after.subject ?? ""}, to ${after.address ?? ""}`] };
    case "provisioned":
    case "provisioning_failed":
    case "provisioning_retried": {
      const words = after.action === "deprovision" ? deprovisioning : provisioning;
      return { title: words[entry.event], lines: [tried(after)] };
    }
  }
}

/** What was paid for the order and it did not use. */
function leftOver({ released }: Facts, money: (amount: string) => string): string[] {
  return released ? [`Paid for this order and now credit of the account: ${money(released)}`] : [];
}

/** What somebody answered for: by how much the limit was exceeded, or that the agency held it. */
function overrides(gate: Gate, money: (amount: string) => string): string[] {
  if (gate.gate === "credit")
    return [`Credit overridden: ${money(gate.missing)} over the limit of ${gate.account.name}`];
  if (gate.gate === "credit_check") return ["Credit check overridden"];
  return [];
}

const provisioning = {
  provisioned: "Provisioned",
  provisioning_failed: "Provisioning failed",
  provisioning_retried: "Provisioning retried",
} as const;

const deprovisioning = {
  provisioned: "De-provisioned",
  provisioning_failed: "De-provisioning failed",
  provisioning_retried: "De-provisioning retried",
} as const;

function changes(before: Facts, after: Facts): string[] {
  const names = { status: "Status", name: "Name", billingTo: "Billing to", note: "Note" } as const;
  return (Object.keys(names) as (keyof typeof names)[])
    .filter((field) => after[field] !== undefined && before[field] !== after[field])
    .map((field) =>
      before[field] === undefined
        ? `${names[field]}: ${after[field] || "empty"}`
        : `${names[field]}: ${before[field] || "empty"} → ${after[field] || "empty"}`,
    );
}

type Written = { locale: string; currency: string };

/** Items have no lasting name but their product's; the first of a name before is the first of it after. */
function itemChanges(before: Item[], after: Item[], { locale, currency }: Written): string[] {
  const money = (amount: string) => formatMoney(amount, currency, locale);
  const percent = (value = "0") => formatPercent(value, locale);
  const number = (value: number) => formatNumber(value, locale);
  const units = (item: Item) => `${number(item.quantity)} × ${item.product}`;
  const rest = [...before];
  const lines = after.flatMap((item) => {
    const at = rest.findIndex(({ product }) => product === item.product);
    const was = rest[at];
    if (!was) return [`Added ${units(item)}`];
    rest.splice(at, 1);
    return [
      ...(was.quantity !== item.quantity
        ? [`${item.product}: quantity ${number(was.quantity)} → ${number(item.quantity)}`]
        : []),
      ...(Number(was.unitPrice) !== Number(item.unitPrice) && was.unitPrice && item.unitPrice
        ? [`${item.product}: unit price ${money(was.unitPrice)} → ${money(item.unitPrice)}`]
        : []),
      ...(Number(was.discountPercent) !== Number(item.discountPercent)
        ? [`${item.product}: discount ${percent(was.discountPercent)} → ${percent(item.discountPercent)}`]
        : []),
      ...configurationChanges(item.product, was.configuration ?? {}, item.configuration ?? {}),
    ];
  });
  return [...lines, ...rest.map((item) => `Removed ${units(item)}`)];
}

function configurationChanges(
  product: string,
  before: Record<string, string>,
  after: Record<string, string>,
): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => (before[name] ?? "") !== (after[name] ?? ""))
    .map((name) => `${product}: ${name} ${before[name] || "empty"} → ${after[name] || "empty"}`);
}

function tried({ item = "", attempts }: Facts): string {
  return attempts === undefined ? item : `${item}, after ${attempts} ${attempts === 1 ? "try" : "tries"}`;
}
