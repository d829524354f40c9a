import { type Amount, amount } from "./money";

/** A billing account's credit: docs/domain.md, section 4. Amounts in the organization's currency. */
export type Credit = {
  /** Empty is unlimited; 0 may never owe. */
  limit: Amount | null;
  /** Unpaid of its invoices, less payments not yet allocated; negative when it paid ahead. */
  outstanding: Amount;
  /** Payments not yet allocated, which `outstanding` counts already; nothing where nobody looked. */
  paidAhead?: Amount;
  /** An external credit check is asked too. */
  checked?: boolean;
};

/** What may still be invoiced; empty is unlimited. Negative when the account owes more than its limit. */
export function availableCredit(credit: Credit): Amount | null {
  return credit.limit === null ? null : credit.limit.minus(credit.outstanding);
}

/** By how much a total including tax exceeds the available credit; 0 when it does not. */
export function missingCredit(credit: Credit, total: Amount): Amount {
  const available = availableCredit(credit);
  if (available === null || total.isZero() || total.lessThanOrEqualTo(available)) return amount(0);
  return total.minus(available);
}

/** How much of an account's limit is in use: `full` where nothing is left of it, `warm` from four fifths on. */
export type CreditUse =
  | { level: "unlimited" | "never_owes" }
  | {
      level: "low" | "warm" | "full" /** Whole percent, cut off: 100 and more only where it is full. */;
      percent: number;
    };

/** Decided by the exact amounts, since who has a cent left may still use it. See docs/domain.md, section 4. */
export function creditUse({ limit, outstanding }: Pick<Credit, "limit" | "outstanding">): CreditUse {
  if (limit === null) return { level: "unlimited" };
  if (limit.isZero()) return { level: "never_owes" };
  const percent = Math.max(0, outstanding.times(100).dividedBy(limit).floor().toNumber());
  if (outstanding.greaterThanOrEqualTo(limit)) return { level: "full", percent };
  return { level: outstanding.times(5).lessThan(limit.times(4)) ? "low" : "warm", percent };
}
