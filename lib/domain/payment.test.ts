import fc from "fast-check";
import { expect, test } from "vitest";
import { allocateOldestFirst, allocatePaidAhead, checkAllocations } from "./payment";
import { amount, sum } from "./values/money";

const cents = fc.integer({ min: 1, max: 1_000_000 }).map((value) => amount(value).dividedBy(100));
const invoices = fc
  .array(cents, { maxLength: 10 })
  .map((amounts) => amounts.map((outstanding, i) => ({ id: `${i}`, number: `INV-${i}`, outstanding })));

test("the oldest are paid first, none beyond what is outstanding, nothing beyond what was paid", () => {
  fc.assert(
    fc.property(cents, invoices, (paid, open) => {
      const allocations = allocateOldestFirst(paid, open);
      const total = sum(allocations.map((allocation) => allocation.amount));
      const owed = sum(open.map(({ outstanding }) => outstanding));
      expect(total.toString()).toBe((paid.lessThan(owed) ? paid : owed).toString());
      for (const [i, { invoiceId, amount: taken }] of allocations.entries()) {
        expect(invoiceId).toBe(open[i]?.id);
        if (i < allocations.length - 1) expect(taken.toString()).toBe(open[i]?.outstanding.toString());
      }
      expect(checkAllocations(paid, open, allocations).ok).toBe(true);
    }),
  );
});

test("what was paid ahead pays a new invoice, the oldest payment first and none beyond what it has left", () => {
  fc.assert(
    fc.property(cents, fc.array(cents, { maxLength: 10 }), (total, left) => {
      const payments = left.map((unallocated, i) => ({ paymentId: `${i}`, unallocated }));
      const taken = allocatePaidAhead(total, payments);
      const there = sum(left);
      const paid = total.lessThan(there) ? total : there;
      expect(sum(taken.map(({ amount }) => amount)).toString()).toBe(paid.toString());
      for (const [i, { paymentId, amount }] of taken.entries()) {
        expect(paymentId).toBe(`${i}`);
        if (i < taken.length - 1) expect(amount.toString()).toBe(left[i]?.toString());
        expect(amount.isZero()).toBe(false);
      }
    }),
  );
  expect(allocatePaidAhead(amount(0), [{ paymentId: "a", unallocated: amount(5) }])).toEqual([]);
});

test("what a person chose is checked", () => {
  const open = [{ id: "a", number: "INV-1", outstanding: amount("10") }];
  const check = (paid: string, chosen: [string, string][]) =>
    checkAllocations(
      amount(paid),
      open,
      chosen.map(([invoiceId, taken]) => ({ invoiceId, amount: amount(taken) })),
    );
  expect(check("10", [["a", "10"]]).ok).toBe(true);
  expect(check("10", [["a", "0"]])).toEqual({ ok: true, value: [] });
  expect(check("20", [["a", "10.01"]])).toMatchObject({
    refusal: { reason: "more_than_outstanding", outstanding: "10" },
  });
  expect(check("5", [["a", "6"]])).toMatchObject({ refusal: { reason: "more_than_paid" } });
  expect(check("5", [["b", "1"]])).toMatchObject({ refusal: { reason: "unknown_invoice" } });
});
