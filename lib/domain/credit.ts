import { type Amount, amount } from "./money";

/** A billing account's credit: docs/domain.md, section 4. Amounts in the organization's currency. */
export type Credit = {
  /** Empty is unlimited; 0 may never owe. */
  limit: Amount | null;
  /** Unpaid of its invoices, less payments that are neither allocated nor reserved; negative when it paid ahead. */
  outstanding: Amount;
  /** Those payments, which `outstanding` counts already; nothing where nobody looked. */
  paidAhead?: Amount;
  /** What was paid for single orders and is kept for them, by the id of the primary. */
  reserved?: ReadonlyMap<string, Amount>;
  /** An external credit check is asked too. */
  checked?: boolean;
};

/** What was paid for this primary order and no invoice took yet; 0 where nothing is reserved. */
export function reservedFor({ reserved }: Credit, primaryId: string): Amount {
  return reserved?.get(primaryId) ?? amount(0);
}

/** The credit as it counts for one order and its sub-orders, which alone may use what was paid for it. */
export function creditFor(credit: Credit, primaryId: string): Credit {
  return { ...credit, outstanding: credit.outstanding.minus(reservedFor(credit, primaryId)) };
}

/** What executing some of an order charges. */
export type Charge = {
  primaryId: string;
  total: Amount;
  /** Nothing of the order is open afterwards, so that what it leaves of its reservation becomes ordinary credit. */
  ends: boolean;
};

/** What is left once so much more is invoiced: what is reserved for the order pays first. See docs/domain.md, section 4. */
export function spend(credit: Credit, { primaryId, total, ends }: Charge): Credit {
  const reserved = reservedFor(credit, primaryId);
  const outstanding = credit.outstanding.plus(total);
  if (reserved.isZero()) return { ...credit, outstanding };
  const used = ends || reserved.lessThan(total) ? reserved : total;
  return {
    ...credit,
    outstanding: outstanding.minus(used),
    reserved: new Map(credit.reserved).set(primaryId, reserved.minus(used)),
  };
}

/** The credit as it was before a payment: its reserved part belonged to its order, the rest counted for all. */
export function withoutPayment(
  credit: Credit,
  { amount: paid, reserved }: { amount: Amount; reserved: { primaryId: string; amount: Amount } | null },
): Credit {
  if (!reserved) return { ...credit, outstanding: credit.outstanding.plus(paid) };
  const { primaryId, amount: kept } = reserved;
  const left = reservedFor(credit, primaryId).minus(kept);
  return {
    ...credit,
    outstanding: credit.outstanding.plus(paid).minus(kept),
    reserved: new Map(credit.reserved).set(primaryId, left),
  };
}

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
