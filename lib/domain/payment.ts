import { type Amount, amount } from "./money";
import { ok, type Result, refuse } from "./result";

/** Which invoices a payment pays: docs/domain.md, section 4. */

export type OpenInvoice = { id: string; number: string; outstanding: Amount };
export type Allocation = { invoiceId: string; amount: Amount };

export type AllocationRefusal =
  | { reason: "unknown_invoice"; invoiceId: string }
  | { reason: "more_than_outstanding"; invoiceId: string; number: string; outstanding: string }
  | { reason: "more_than_paid" };

/** Pays the invoices in the order given, the oldest first, as far as the payment goes. The rest stays unallocated. */
export function allocateOldestFirst(paid: Amount, invoices: readonly OpenInvoice[]): Allocation[] {
  const allocations: Allocation[] = [];
  let left = paid;
  for (const invoice of invoices) {
    if (left.isZero()) break;
    const taken = left.lessThan(invoice.outstanding) ? left : invoice.outstanding;
    if (taken.isZero()) continue;
    allocations.push({ invoiceId: invoice.id, amount: taken });
    left = left.minus(taken);
  }
  return allocations;
}

/** Checks allocations that a person chose; those of nothing are left out. */
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
