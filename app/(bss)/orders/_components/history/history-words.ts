import type { EventItem, EventUnits, OrderEvent } from "@/lib/domain/events/order-event";
import { count } from "@/lib/domain/format/count";
import {
  type FormatLocale,
  formatDate,
  formatMoney,
  formatNumber,
  formatPercent,
} from "@/lib/domain/format/format";
import { messageTypeLabels } from "@/lib/domain/messages/message";
import { describeGate } from "@/lib/domain/order/holds/gate-words";
import type { Gate } from "@/lib/domain/order/holds/gates";
import { provisioningFailureWords } from "@/lib/domain/provisioning-failure";

/** Tells a timeline entry in words: what happened, and line by line what changed, before → after. */
export function describeEntry(
  entry: OrderEvent,
  currency: string,
  { locale, timeZone }: FormatLocale,
): { title: string; lines: string[] } {
  const money = (amount: string) => formatMoney(amount, currency, locale);
  const written = { locale, currency };
  const day = (value: string) => formatDate(value, "date", { locale, timeZone: "UTC" });
  const units = (item: EventUnits) => `${formatNumber(item.quantity, locale)} × ${item.product}`;
  const listed = (items: readonly (EventUnits | EventItem)[] = []) =>
    items.map((item) => ("unitPrice" in item ? `${units(item)} at ${money(item.unitPrice)}` : units(item)));

  switch (entry.kind) {
    case "order.created": {
      const { after } = entry;
      if ("of" in after) {
        return { title: `Created as a partial delivery of ${after.of}`, lines: listed(after.items) };
      }
      const { account, billingTo } = after;
      const other = billingTo && billingTo !== account ? [`Billing to: ${billingTo}`] : [];
      return { title: "Created", lines: [`Account: ${account}`, ...other, ...listed(after.items)] };
    }
    case "order.moved_in": {
      const { account, billingTo, items } = entry.after;
      const other = billingTo !== account ? [`Billing to: ${billingTo}`] : [];
      return { title: "Moved in", lines: [`Account: ${account}`, ...other, ...listed(items)] };
    }
    case "order.placed": {
      const { before, after } = entry;
      return {
        title: "Placed in the Storefront",
        lines: [...changes(before, after), ...listed(after.items)],
      };
    }
    case "order.approved":
      return { title: "Approved by the reseller", lines: changes(entry.before, entry.after) };
    case "order.edited":
    case "order.status_changed": {
      const { before, after } = entry;
      return {
        title: entry.kind === "order.edited" ? "Edited" : "Status changed",
        lines: [
          ...changes(before, after),
          ...(before.items && after.items ? itemChanges(before.items, after.items, written) : []),
        ],
      };
    }
    case "order.status_replaced":
      return {
        title: "Status replaced, since it was deleted",
        lines: changes(entry.before, entry.after),
      };
    case "order.delivered":
      return { title: `Delivered to sub-order ${entry.after.subOrder}`, lines: listed(entry.after.items) };
    case "order.returned":
      return { title: `Returned from sub-order ${entry.after.subOrder}`, lines: listed(entry.after.items) };
    case "order.executed": {
      const { before, after } = entry;
      const { invoice, total, startDate } = after;
      const starting = startDate ? `, starting ${day(startDate)}` : "";
      return {
        title: after.with ? `Executed with ${after.with}` : "Executed",
        lines: [
          ...changes(before, after),
          ...(invoice && total ? [`Invoice ${invoice}: ${money(total)}${starting}`] : []),
          ...leftOver(after, money),
          ...(after.overridden ?? []).flatMap((gate) => overrides(gate, money)),
        ],
      };
    }
    case "order.execution_refused": {
      const { gates, since } = entry.after;
      return {
        title: since ? `Not executed when it was ${since}` : "Execution refused",
        lines:
          gates.length > 0
            ? gates.map((gate) => describeGate(gate, locale).sentence)
            : ["Somebody outside is asked first."],
      };
    }
    case "order.cancelled": {
      const { before, after } = entry;
      return {
        title: after.remainderCancelled
          ? `Remainder canceled: ${after.remainderCancelled}`
          : after.with
            ? `Canceled with ${after.with}`
            : "Canceled",
        lines: [...changes(before, after), ...leftOver(after, money)],
      };
    }
    case "order.scheduled": {
      const { before, after } = entry;
      return before.day
        ? { title: "Execution date changed", lines: [`${day(before.day)} → ${day(after.day)}`] }
        : { title: `Scheduled for ${day(after.day)}`, lines: changes(before, after) };
    }
    case "order.execution_begun":
      return {
        title: `Scheduler’s try ${entry.after.attempts}`,
        lines: changes(entry.before, entry.after),
      };
    case "order.repriced": {
      const { before, after } = entry;
      return {
        title: "Prices of the day",
        lines: [
          ...itemChanges(before.items, after.items, written),
          `Total: ${money(before.total)} → ${money(after.total)}`,
        ],
      };
    }
    case "order.schedule_failed": {
      const { attempts, nextAttemptAt, why } = entry.after;
      return {
        title: `Not executed on try ${attempts}`,
        lines: [
          ...(why?.reason === "in_words" ? [why.words] : []),
          nextAttemptAt
            ? `Next try: ${formatDate(nextAttemptAt, "date-time", { locale, timeZone })}`
            : "The scheduler has stopped trying",
        ],
      };
    }
    case "order.reversed": {
      const { before, after } = entry;
      return {
        title: after.with ? `Execution of ${after.with} reversed` : "Execution reversed",
        lines: [
          ...changes(before, after),
          ...(after.creditNotes ?? []).map(
            (note) => `Credit note ${note.number} for invoice ${note.invoice}: ${money(note.total)}`,
          ),
          ...(after.released && Number(after.released) > 0
            ? [`Paid before, and now credit of the account: ${money(after.released)}`]
            : []),
        ],
      };
    }
    case "order.paid": {
      const { amount, reserved, next } = entry.after;
      return {
        title: `${money(amount)} paid online`,
        lines: [paidFor[next === "invoice" ? next : reserved ? "order" : "credit"]],
      };
    }
    case "order.payment_released":
      return { title: "Payment released", lines: leftOver(entry.after, money) };
    case "order.payment_reversed":
      return { title: `Payment of ${money(entry.after.amount)} reversed`, lines: [] };
    case "order.trial_ending": {
      const { item, endsOn } = entry.after;
      return { title: `The trial of ${item} ends on ${day(endsOn)}`, lines: ["It was not bought so far."] };
    }
    case "order.trial_ended":
      return {
        title: `Trial of ${entry.after.item} ended`,
        lines: [
          entry.after.bought
            ? "It was bought, so nothing was switched off."
            : "It was not bought, so it is switched off.",
        ],
      };
    case "order.message_resent":
      return {
        title: "Message sent again",
        lines: [`${messageTypeLabels[entry.after.type]}, to ${entry.after.address}`],
      };
    case "order.provisioned":
    case "order.provisioning_failed":
    case "order.provisioning_retried": {
      const words = entry.after.action === "deprovision" ? deprovisioning : provisioning;
      return { title: words[entry.kind], lines: [tried(entry.after), ...reasonsOf(entry)] };
    }
  }
}

/** Says what an online payment pays. */
const paidFor = {
  order: "The payment is reserved for this order.",
  invoice: "It pays an invoice of this order.",
  credit: "The order does not need it. It pays the oldest open invoices; the rest is credit of the account.",
};

/** Tells what was paid for the order but not used. */
function leftOver({ released }: { released?: string }, money: (amount: string) => string): string[] {
  return released ? [`Paid for this order and now credit of the account: ${money(released)}`] : [];
}

/** Tells what somebody answered for: by how much the limit was exceeded, or that the agency held the order. */
function overrides(gate: Gate, money: (amount: string) => string): string[] {
  if (gate.gate === "credit")
    return [`Credit overridden: ${money(gate.missing)} over the limit of ${gate.account.name}`];
  if (gate.gate === "credit_check") return ["Credit check overridden"];
  return [];
}

const provisioning = {
  "order.provisioned": "Provisioned",
  "order.provisioning_failed": "Provisioning failed",
  "order.provisioning_retried": "Provisioning retried",
} as const;

const deprovisioning = {
  "order.provisioned": "De-provisioned",
  "order.provisioning_failed": "De-provisioning failed",
  "order.provisioning_retried": "De-provisioning retried",
} as const;

type Changeable = { status?: string; name?: string; billingTo?: string; note?: string };

function changes(before: Changeable, after: Changeable): string[] {
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

/**
 * Pairs items by their product, since they have no other lasting name. The first of a name before is the first of it
 * after.
 */
function itemChanges(
  before: readonly EventItem[],
  after: readonly EventItem[],
  { locale, currency }: Written,
): string[] {
  const money = (amount: string) => formatMoney(amount, currency, locale);
  const percent = (value: string) => formatPercent(value, locale);
  const number = (value: number) => formatNumber(value, locale);
  const units = (item: EventUnits) => `${number(item.quantity)} × ${item.product}`;
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
      ...(Number(was.unitPrice) !== Number(item.unitPrice)
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

function reasonsOf(entry: OrderEvent): string[] {
  if (entry.kind === "order.provisioning_failed" && entry.after.why) {
    return [provisioningFailureWords(entry.after.why)];
  }
  if (entry.kind !== "order.provisioning_retried" || !entry.after.setUpAfterAll) return [];
  return ["The vendor reported it set up after it was asked to take it down."];
}

function tried({ item, attempts }: { item: string; attempts?: number }): string {
  return attempts === undefined ? item : `${item}, after ${count(attempts, "try", "tries")}`;
}
