import { type Amount, amount } from "./values/money";

/** Holds a billing account's credit in the organization's currency: docs/domain.md, section 4. */
export type Credit = {
  /** Null is unlimited, and 0 may never owe. */
  limit: Amount | null;
  /**
   * Counts unpaid invoices less payments that are neither allocated nor reserved. It is negative when the account paid
   * ahead.
   */
  outstanding: Amount;
  /** Counts those payments, which `outstanding` includes already. It is missing if nobody looked. */
  paidAhead?: Amount;
  /** Holds what was paid for single orders and is kept for them, by the id of the primary. */
  reserved?: ReadonlyMap<string, Amount>;
  /** Says that an external credit agency is asked too. */
  checked?: boolean;
};

/** Returns what was paid for this primary order and is not on an invoice yet, or 0 without a reservation. */
export function reservedFor({ reserved }: Credit, primaryId: string): Amount {
  return reserved?.get(primaryId) ?? amount(0);
}

/** Returns the credit of one order and its sub-orders, which alone can use what was paid for it. */
export function creditFor(credit: Credit, primaryId: string): Credit {
  return { ...credit, outstanding: credit.outstanding.minus(reservedFor(credit, primaryId)) };
}

/** Says what executing some of an order charges. */
export type Charge = {
  primaryId: string;
  total: Amount;
  /** Says that nothing of the order stays open, so that the rest of its reservation becomes ordinary credit. */
  ends: boolean;
};

/** Returns the credit after a charge, which what is reserved for the order pays first: docs/domain.md, section 4. */
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

/** Returns the credit before a payment, whose reserved part belonged to its order and whose rest counted for all. */
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

/** Returns what can still be invoiced, negative when the account owes more than its limit, or null without a limit. */
export function availableCredit(credit: Credit): Amount | null {
  return credit.limit === null ? null : credit.limit.minus(credit.outstanding);
}

/** Returns by how much a total including tax exceeds the available credit, or 0. */
export function missingCredit(credit: Credit, total: Amount): Amount {
  const available = availableCredit(credit);
  if (available === null || total.isZero() || total.lessThanOrEqualTo(available)) return amount(0);
  return total.minus(available);
}

/** Says how much of a limit is used: `warm` from four fifths on, `full` when nothing is left. */
export type CreditUse =
  | { level: "unlimited" | "never_owes" }
  | {
      level: "low" | "warm" | "full" /** Whole percent, cut off: 100 and more only where it is full. */;
      percent: number;
    };

/** Decides by exact amounts, since an account with one cent left can still use it: docs/domain.md, section 4. */
export function creditUse({ limit, outstanding }: Pick<Credit, "limit" | "outstanding">): CreditUse {
  if (limit === null) return { level: "unlimited" };
  if (limit.isZero()) return { level: "never_owes" };
  const percent = Math.max(0, outstanding.times(100).dividedBy(limit).floor().toNumber());
  if (outstanding.greaterThanOrEqualTo(limit)) return { level: "full", percent };
  return { level: outstanding.times(5).lessThan(limit.times(4)) ? "low" : "warm", percent };
}
