import { formatNumber } from "../../format/format";
import { isDraft, type OrderStatusType, type StorefrontType, storefrontTypeLabels } from "../combination";
import { storefrontStatusLabel } from "../storefront-label";
import type { SystemCombination } from "../system-statuses";
import type { DefaultChange, Effect, RowImpact, StatusImpact } from "./impact";

/** Returns a sentence for each change that orders will see, at its row. Sentences without a row are about the list. */
export function impactLines({ rows, defaults }: StatusImpact): { rowId?: string; text: string }[] {
  return [
    ...defaults.map((change) => ({ text: defaultLine(change) })),
    ...rows.flatMap((row) => rowLines(row).map((text) => ({ rowId: row.rowId, text }))),
  ];
}

/** Returns no line for a row whose edit changes nothing for orders. */
export function rowLines(row: RowImpact): string[] {
  return row.effects.flatMap((effect) => effectLine(row, effect) ?? []);
}

function effectLine(impact: RowImpact, effect: Effect): string | null {
  const { row, orders } = impact;
  switch (effect.effect) {
    case "renamed":
      return orders > 0 ? `${uses(impact)} “${row}” and will show “${effect.to}”.` : null;
    case "recolored":
      return orders > 0 ? `${uses(impact)} “${row}” and will show its new color.` : null;
    case "storefront":
      return `${count(impact)} of “${row}” ${storefrontWords(impact.type, effect, orders === 1)}.`;
    case "unexecuted":
      return effect.counted
        ? `${count(impact)} of “${row}” will appear in Unexecuted Orders.`
        : `${count(impact)} of “${row}” will leave Unexecuted Orders.`;
    case "offered":
      return `Users ${effect.offered ? "can set" : "can no longer set"} “${row}” on orders.${keeps(impact)}`;
    case "replaced":
      return `${count(impact)} will get “${effect.by}” instead of “${row}”.`;
  }
}

/** Writes "12 open orders" or "12 orders". All orders of a status are open or none is, since its Type says so. */
function count({ orders, open }: RowImpact): string {
  return `${formatNumber(orders, "en")} ${open > 0 ? "open " : ""}${orders === 1 ? "order" : "orders"}`;
}

function uses(impact: RowImpact): string {
  return `${count(impact)} ${impact.orders === 1 ? "uses" : "use"}`;
}

function keeps(impact: RowImpact): string {
  if (impact.orders === 0) return "";
  return ` ${count(impact)} ${impact.orders === 1 ? "keeps" : "keep"} it.`;
}

/** Returns what customers see. No edit of the list turns orders into Draft or Pending approval (rule 7). */
function storefrontWords(
  type: OrderStatusType,
  { from, to }: { from: StorefrontType; to: StorefrontType },
  one: boolean,
): string {
  if (isDraft({ type, storefrontType: from }))
    return "will be visible in the Storefront. A basket becomes a placed order";
  const [was, is] = [from, to].map((storefrontType) => storefrontStatusLabel({ type, storefrontType }));
  const shown =
    was === is ? `still ${one ? "reads" : "read"} “${is}”` : `will read “${is}” instead of “${was}”`;
  const [before, after] = [storefrontTypeLabels[from], storefrontTypeLabels[to]];
  return `will go from ${before} to ${after} in the Storefront and ${shown} there`;
}

const whatGets: Record<SystemCombination, string> = {
  draft: "New baskets",
  submitted: "New orders",
  executed: "Executed orders",
  canceled: "Canceled orders",
  pendingApproval: "Orders that wait for a reseller",
  canceledByReseller: "Orders that a reseller cancels",
  executing: "Orders being executed",
  scheduled: "Scheduled orders",
};

function defaultLine({ combination, from, to, lowerNo }: DefaultChange): string {
  const why = lowerNo ? " because its No. is lower" : "";
  return `${whatGets[combination]} will get “${to}” instead of “${from}”${why}.`;
}
