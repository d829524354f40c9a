import { type Amount, amount } from "./money";

/** A billing account's credit: docs/domain.md, section 4. Amounts in the organization's currency. */
export type Credit = {
  /** Empty is unlimited; 0 may never owe. */
  limit: Amount | null;
  /** Unpaid of its invoices, less payments not yet allocated; negative when it paid ahead. */
  outstanding: Amount;
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
