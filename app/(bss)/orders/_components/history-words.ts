import { formatDate, formatMoney } from "@/components/format";
import { describeGate, type Gate } from "@/lib/domain/order/gates";
import type { OrderHistoryEntry } from "@/lib/server/orders/history";

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
  /** Of provisioning: the product, and how often its vendor was tried. */
  item?: string;
  attempts?: number;
};

/** A timeline entry in words: what happened, and line by line what changed, before → after. */
export function describeEntry(
  entry: Pick<OrderHistoryEntry, "event" | "before" | "after">,
  currency: string,
  locale: string,
): { title: string; lines: string[] } {
  const before = (entry.before ?? {}) as Facts;
  const after = (entry.after ?? {}) as Facts;
  const money = (amount: string) => formatMoney(amount, currency, locale);
  const day = (value = "") => value && formatDate(value, "date", { locale, timeZone: "UTC" });
  const listed = (after.items ?? []).map((item) =>
    item.unitPrice === undefined ? units(item) : `${units(item)} at ${money(item.unitPrice)}`,
  );

  switch (entry.event) {
    case "created":
      return after.of
        ? { title: `Made as delivery of ${after.of}`, lines: listed }
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
    case "edited":
    case "status_changed":
      return {
        title: entry.event === "edited" ? "Edited" : "Status changed",
        lines: [
          ...changes(before, after),
          ...(before.items && after.items ? itemChanges(before.items, after.items, money) : []),
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
        ],
      };
    case "execution_refused":
      return {
        title: "Execution refused",
        lines: (after.gates ?? []).map((gate) => describeGate(gate).sentence),
      };
    case "cancelled":
      return {
        title: after.remainderCancelled
          ? `Remainder cancelled: ${after.remainderCancelled}`
          : after.with
            ? `Cancelled with ${after.with}`
            : "Cancelled",
        lines: changes(before, after),
      };
    case "provisioned":
    case "provisioning_failed":
    case "provisioning_retried":
      return { title: provisioning[entry.event], lines: [tried(after)] };
  }
}

const provisioning = {
  provisioned: "Provisioned",
  provisioning_failed: "Provisioning failed",
  provisioning_retried: "Provisioning retried",
} as const;

function units({ product, quantity }: Item): string {
  return `${quantity} × ${product}`;
}

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

/** Items have no lasting name but their product's; the first of a name before is the first of it after. */
function itemChanges(before: Item[], after: Item[], money: (amount: string) => string): string[] {
  const rest = [...before];
  const lines = after.flatMap((item) => {
    const at = rest.findIndex(({ product }) => product === item.product);
    const was = rest[at];
    if (!was) return [`Added ${units(item)}`];
    rest.splice(at, 1);
    return [
      ...(was.quantity !== item.quantity
        ? [`${item.product}: quantity ${was.quantity} → ${item.quantity}`]
        : []),
      ...(Number(was.unitPrice) !== Number(item.unitPrice) && was.unitPrice && item.unitPrice
        ? [`${item.product}: unit price ${money(was.unitPrice)} → ${money(item.unitPrice)}`]
        : []),
      ...(Number(was.discountPercent) !== Number(item.discountPercent)
        ? [`${item.product}: discount ${was.discountPercent} % → ${item.discountPercent} %`]
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
