import { type Amount, amount } from "./values/money";
import { ok, type Result, refuse } from "./values/result";

/** These functions say which invoices a payment pays: docs/domain.md, section 4. */

export type OpenInvoice = { id: string; number: string; outstanding: Amount };
export type Allocation = { invoiceId: string; amount: Amount };

export type AllocationRefusal =
  | { reason: "unknown_invoice"; invoiceId: string }
  | { reason: "more_than_outstanding"; invoiceId: string; number: string; outstanding: string }
  | { reason: "more_than_paid" };

/** Holds what a payment has left that no invoice took. */
export type PaidAhead = { paymentId: string; unallocated: Amount };

/** Pays the invoices in the given order, the oldest first, as far as the payment goes. The rest stays unallocated. */
export function allocateOldestFirst(paid: Amount, invoices: readonly OpenInvoice[]): Allocation[] {
  return oneByOne(paid, invoices, ({ outstanding }) => outstanding).map(({ of, taken }) => ({
    invoiceId: of.id,
    amount: taken,
  }));
}

/** Pays a new invoice with what was paid before it, in the given order, the oldest payment first. */
export function allocatePaidAhead(
  total: Amount,
  payments: readonly PaidAhead[],
): { paymentId: string; amount: Amount }[] {
  return oneByOne(total, payments, ({ unallocated }) => unallocated).map(({ of, taken }) => ({
    paymentId: of.paymentId,
    amount: taken,
  }));
}

/** Takes as much as each one has, in turn, until the amount is reached, and leaves out those that have nothing. */
function oneByOne<One>(wanted: Amount, all: readonly One[], roomOf: (one: One) => Amount) {
  const shares: { of: One; taken: Amount }[] = [];
  let left = wanted;
  for (const of of all) {
    const room = roomOf(of);
    const taken = left.lessThan(room) ? left : room;
    if (left.isZero()) break;
    if (taken.isZero()) continue;
    shares.push({ of, taken });
    left = left.minus(taken);
  }
  return shares;
}

/** Checks allocations that a person chose, and leaves out those of nothing. */
export function checkAllocations(
  paid: Amount,
  invoices: readonly OpenInvoice[],
  chosen: readonly Allocation[],
): Result<Allocation[], AllocationRefusal> {
  const wanted = chosen.filter((allocation) => !allocation.amount.isZero());
  let sum = amount(0);
  for (const { invoiceId, amount: taken } of wanted) {
    const invoice = invoices.find(({ id }) => id === invoiceId);
    if (!invoice) return refuse({ reason: "unknown_invoice", invoiceId });
    if (taken.greaterThan(invoice.outstanding)) {
      const { number, outstanding } = invoice;
      return refuse({
        reason: "more_than_outstanding",
        invoiceId,
        number,
        outstanding: outstanding.toFixed(),
      });
    }
    sum = sum.plus(taken);
  }
  return sum.greaterThan(paid) ? refuse({ reason: "more_than_paid" }) : ok(wanted);
}
