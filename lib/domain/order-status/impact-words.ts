import type { StorefrontType } from "./combination";
import type { DefaultChange, Effect, RowImpact, StatusImpact } from "./impact";
import type { SystemCombination } from "./system-statuses";

/** The sentences of an impact, each at the row it is about; those without a row are about the list. */
export function impactLines({ rows, defaults }: StatusImpact): { rowId?: string; text: string }[] {
  return [...defaults.map((change) => ({ text: defaultLine(change) })), ...rows.flatMap(rowLines)];
}

function rowLines(row: RowImpact): { rowId: string; text: string }[] {
  const lines = row.effects.map((effect) => effectLine(row, effect)).filter((text) => text !== null);
  return lines.map((text) => ({ rowId: row.rowId, text }));
}

function effectLine(impact: RowImpact, effect: Effect): string | null {
  const { row, orders } = impact;
  switch (effect.effect) {
    case "renamed":
      return orders > 0 ? `${has(impact)} “${row}” and will show “${effect.to}”.` : null;
    case "recolored":
      return orders > 0 ? `${has(impact)} “${row}” and will show its new color.` : null;
    case "storefront":
      return `${count(impact)} of “${row}” ${storefrontWords(effect, orders === 1)}.`;
    case "unexecuted":
      return effect.counted
        ? `${count(impact)} of “${row}” ${orders === 1 ? "comes" : "come"} to Unexecuted Orders.`
        : `${count(impact)} of “${row}” ${orders === 1 ? "leaves" : "leave"} Unexecuted Orders.`;
    case "offered":
      return effect.offered
        ? `“${row}” can be set on orders.`
        : `“${row}” can no longer be set on orders${orders > 0 ? `; ${count(impact, true)} ${orders === 1 ? "keeps" : "keep"} it` : ""}.`;
    case "replaced":
      return `${count(impact)} ${orders === 1 ? "gets" : "get"} “${effect.by}” instead of “${row}”.`;
  }
}

/** "12 open orders", "12 orders": all of a status are open or none is, since its Type says so. */
function count({ orders, open }: RowImpact, lowerCase = false): string {
  const word = orders === 1 ? "order" : "orders";
  const number = orders === 0 ? (lowerCase ? "no" : "No") : orders.toLocaleString("en");
  return `${number} ${open > 0 ? "open " : ""}${word}`;
}

function has(impact: RowImpact): string {
  return `${count(impact)} ${impact.orders === 1 ? "has" : "have"}`;
}

function storefrontWords({ from, to }: { from: StorefrontType; to: StorefrontType }, one: boolean): string {
  const hidden = from === "draft" || from === "pending_approval";
  const become = one ? "becomes" : "become";
  switch (to) {
    case "draft":
      return one
        ? "becomes a basket, which the customer can change and staff cannot"
        : "become baskets, which the customer can change and staff cannot";
    case "pending_approval":
      return `${one ? "goes" : "go"} to the reseller, to approve or cancel`;
    case "submitted":
      return `${become} ${hidden ? "visible in the Storefront, as finished" : "finished in the Storefront"}`;
    case "viewable":
      return `${become} ${hidden ? "visible in the Storefront" : "unfinished in the Storefront"}`;
  }
}

const whatGets: Record<SystemCombination, string> = {
  draft: "New baskets",
  submitted: "New orders",
  executed: "Executed orders",
  canceled: "Cancelled orders",
  pendingApproval: "Orders that wait for a reseller",
  canceledByReseller: "Orders that a reseller refuses",
  executing: "Orders being executed",
  scheduled: "Scheduled orders",
};

function defaultLine({ combination, from, to, lowerNo }: DefaultChange): string {
  const why = lowerNo ? ", since its No. is lower" : "";
  return `${whatGets[combination]} will get “${to}” instead of “${from}”${why}.`;
}
