import { formatNumber } from "../format/format";
import { storefrontStatusLabel } from "../storefront/status-label";
import { isDraft, type OrderStatusType, type StorefrontType, storefrontTypeLabels } from "./combination";
import type { DefaultChange, Effect, RowImpact, StatusImpact } from "./impact";
import type { SystemCombination } from "./system-statuses";

/** The sentences of an impact, each at the row it is about; those without a row are about the list. */
export function impactLines({ rows, defaults }: StatusImpact): { rowId?: string; text: string }[] {
  return [
    ...defaults.map((change) => ({ text: defaultLine(change) })),
    ...rows.flatMap((row) => rowLines(row).map((text) => ({ rowId: row.rowId, text }))),
  ];
}

/** At least one of each row, so that the number of its orders is told also where nothing changes for them. */
export function rowLines(row: RowImpact): string[] {
  const lines = row.effects.flatMap((effect) => effectLine(row, effect) ?? []);
  return lines.length > 0 ? lines : [`${has(row)} “${row.row}”${nothing(row)}.`];
}

function effectLine(impact: RowImpact, effect: Effect): string | null {
  const { row, orders } = impact;
  switch (effect.effect) {
    case "renamed":
      return orders > 0 ? `${has(impact)} “${row}” and will show “${effect.to}”.` : null;
    case "recolored":
      return orders > 0 ? `${has(impact)} “${row}” and will show its new color.` : null;
    case "storefront":
      return `${count(impact)} of “${row}” ${storefrontWords(impact.type, effect, orders === 1)}.`;
    case "unexecuted":
      return effect.counted
        ? `${count(impact)} of “${row}” ${orders === 1 ? "comes" : "come"} to Unexecuted Orders.`
        : `${count(impact)} of “${row}” ${orders === 1 ? "leaves" : "leave"} Unexecuted Orders.`;
    case "offered":
      return `“${row}” can ${effect.offered ? "be" : "no longer be"} set on orders; ${keeps(impact)}.`;
    case "replaced":
      return `${count(impact)} ${orders === 1 ? "gets" : "get"} “${effect.by}” instead of “${row}”.`;
  }
}

/** "12 open orders", "12 orders": all of a status are open or none is, since its Type says so. */
function count({ orders, open }: RowImpact): string {
  return `${formatNumber(orders, "en")} ${open > 0 ? "open " : ""}${orders === 1 ? "order" : "orders"}`;
}

function has(impact: RowImpact): string {
  if (impact.orders === 0) return "No order has";
  return `${count(impact)} ${impact.orders === 1 ? "has" : "have"}`;
}

function nothing({ orders }: RowImpact): string {
  if (orders === 0) return "";
  return `: nothing changes for ${orders === 1 ? "it" : "them"}`;
}

function keeps(impact: RowImpact): string {
  if (impact.orders === 0) return "no order has it";
  return `${count(impact)} ${impact.orders === 1 ? "keeps" : "keep"} it`;
}

/** What customers see of it. No order comes to Draft or Pending approval by an edit of the list (rule 7). */
function storefrontWords(
  type: OrderStatusType,
  { from, to }: { from: StorefrontType; to: StorefrontType },
  one: boolean,
): string {
  if (isDraft({ type, storefrontType: from }))
    return `${one ? "becomes" : "become"} visible in the Storefront; a basket is a placed order then`;
  const [was, is] = [from, to].map((storefrontType) => storefrontStatusLabel({ type, storefrontType }));
  const shown = was === is ? `reads “${is}” there as before` : `reads “${is}” there instead of “${was}”`;
  const [before, after] = [storefrontTypeLabels[from], storefrontTypeLabels[to]];
  return `${one ? "goes" : "go"} from ${before} to ${after} in the Storefront, and ${one ? shown : shown.replace("reads", "read")}`;
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
