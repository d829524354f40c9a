import { formatMoney, formatNumber, formatPercent } from "../format/format";
import { type Combination, sameCombination } from "../order-status/combination";
import { storefrontStatusLabel } from "../order-status/storefront-label";
import { systemCombinations } from "../order-status/system-statuses";
import { amount } from "../values/money";
import { ok, type Result, refuse } from "../values/result";

/** Says what somebody else did with the order, and who that was. */
export type Decided = { what: "approved" | "cancelled" | "executed"; by: string };

/** Holds an item as the history keeps it, which `itemSummary` makes. */
export type SummarizedItem = {
  product: string;
  quantity: number;
  unitPrice: string;
  discountPercent: string;
  configuration?: Record<string, string>;
};

/** Holds a product's lines before and after a change, none where the product was not, or is not, in the order. */
export type LineChange = { product: string; before: SummarizedItem[]; after: SummarizedItem[] };

export type ApprovalRefusal =
  /** Somebody decided before: the reseller in another tab, a colleague, or BSS. */
  | { reason: "not_waiting"; status: string; decided: Decided | null }
  /** The order is not what the approver saw. Amounts are exact decimals. */
  | { reason: "changed"; was: string; now: string; currency: string; lines: LineChange[] }
  /** The reseller's own account is not active. */
  | { reason: "account_inactive" };

/** Refuses an order that does not wait for its reseller, since each is decided on once: docs/domain.md, section 5. */
export function requireWaiting(
  status: Combination,
  decided: Decided | null = null,
): Result<null, Extract<ApprovalRefusal, { reason: "not_waiting" }>> {
  if (sameCombination(status, systemCombinations.pendingApproval)) return ok(null);
  return refuse({ reason: "not_waiting", status: storefrontStatusLabel(status), decided });
}

/** Returns which products' lines differ between two states of an order's items. */
export function lineChanges(
  before: readonly SummarizedItem[],
  after: readonly SummarizedItem[],
): LineChange[] {
  const products = [...new Set([...before, ...after].map(({ product }) => product))];
  return products.flatMap((product) => {
    const of = (items: readonly SummarizedItem[]) =>
      items
        .filter((item) => item.product === product)
        .map(({ quantity, unitPrice, discountPercent, configuration = {} }) => {
          return { product, quantity, unitPrice, discountPercent, configuration };
        });
    const change = { product, before: of(before), after: of(after) };
    return JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [change];
  });
}

export function describeApprovalRefusal(refusal: ApprovalRefusal, locale: string): string {
  switch (refusal.reason) {
    case "not_waiting":
      return `${decidedWords(refusal)} Nothing was changed.`;
    case "changed":
      return `The order has changed since you opened it, so nothing was approved.${differences(refusal, locale)} Look at it again.`;
    case "account_inactive":
      return "Your account is not active, so nothing was approved. Contact us to have it activated.";
  }
}

function differences(
  { was, now, currency, lines }: ApprovalRefusal & { reason: "changed" },
  locale: string,
): string {
  const money = (value: string) => formatMoney(value, currency, locale);
  const total = was === now ? "" : ` The total was ${money(was)} and is now ${money(now)}.`;
  const words = (items: readonly SummarizedItem[]) =>
    items.map((item) => lineWords(item, currency, locale)).join(" and ") || "nothing";
  const changes = lines.map(
    ({ product, before, after }) => ` ${product}: ${words(before)} before, ${words(after)} now.`,
  );
  return total + changes.join("");
}

/** Writes a line as "2 × €10.00, less 5%, Domain name a.example". */
function lineWords(
  { quantity, configuration = {}, ...item }: SummarizedItem,
  currency: string,
  locale: string,
): string {
  const price = `${formatNumber(quantity, locale)} × ${formatMoney(amount(item.unitPrice).toFixed(), currency, locale)}`;
  const discount = amount(item.discountPercent);
  const less = discount.isZero() ? [] : [`less ${formatPercent(discount.toFixed(), locale)}`];
  const values = Object.entries(configuration).flatMap(([name, value]) =>
    value ? [`${name} ${value}`] : [],
  );
  return [price, ...less, ...values].join(", ");
}

function decidedWords({ status, decided }: ApprovalRefusal & { reason: "not_waiting" }): string {
  if (!decided) return `This order no longer waits for approval. It is “${status}”.`;
  const what = decided.what === "cancelled" ? "canceled" : decided.what;
  return `${decided.by} has already ${what} this order. It is “${status}”.`;
}
