import { type Combination, sameCombination } from "../order-status/combination";
import { storefrontStatusLabel } from "../order-status/storefront-label";
import { systemCombinations } from "../order-status/system-statuses";
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
  | { reason: "order_changed"; was: string; now: string; currency: string; lines: LineChange[] }
  /** The reseller's own account is not active. */
  | { reason: "reseller_inactive" };

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
