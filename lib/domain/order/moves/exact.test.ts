import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  asEntered,
  type ExactLine,
  exactAmounts,
  exactLine,
  inSmallestUnits,
  total,
} from "@/lib/server/testing/exact-money";
import { runs } from "@/lib/server/testing/runs";
import { currencyDecimals } from "../../format/currency";
import { allocateOldestFirst } from "../../payment";
import { type Amount, amount, sum } from "../../values/money";
import { creditedTotal, lineAmounts, profit, treeTotals } from "../amounts/totals";
import { anItem, aTree, parties } from "../tree/tree.test-data";
import { applyChanges } from "./changes";
import { planExecution } from "./execution";
import { planReversal } from "./reversal";

const itemOf = (line: ExactLine, id = "item") => {
  const { unitPrice, unitCost, discountPercent, taxRate } = asEntered(line);
  return anItem({
    id,
    quantity: line.quantity,
    billingPeriod: line.period,
    unitPrice: amount(unitPrice),
    unitCost: amount(unitCost),
    discountPercent: amount(discountPercent),
    taxRate: amount(taxRate),
  });
};

/** These currencies have no decimals, two, and three. */
describe.each(["JPY", "EUR", "KWD"])("in %s", (currency) => {
  test("a line is rounded to the smallest unit exactly as stated", () => {
    fc.assert(
      fc.property(exactLine, (line) => {
        const amounts = lineAmounts(itemOf(line), line.quantity, currency);
        const { total: withTax, ...exact } = { ...amounts, profit: profit(amounts) };
        const units = (value: Amount) => inSmallestUnits(value, currency);
        const all = Object.entries(exact).map(([name, value]) => [name, units(value)]);
        expect(Object.fromEntries(all)).toEqual(exactAmounts(line, currency));
        expect(units(withTax)).toBe(total([exactAmounts(line, currency)]));
      }),
      { numRuns: runs(2000) },
    );
  });

  test("an order, its invoice, what is paid of it and its credit note add up to the smallest unit", () => {
    const lines = fc.array(exactLine, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(lines, fc.nat(1_000_000_000), (entered, paidUnits) => {
        const items = entered.map((line, i) => itemOf(line, `i${i}`));
        const tree = { ...aTree({ items }), currency };
        const exact = total(entered.map((line) => exactAmounts(line, currency)));
        const units = (value: Amount) => inSmallestUnits(value, currency);

        const terms = { executor: "bss_user", ...parties() } as const;
        const invoice = planExecution(tree, tree.primary, terms);
        if (!invoice.ok) throw new Error(invoice.refusal.reason);
        const { finalPrice, ...totals } = treeTotals(tree);
        expect(units(finalPrice)).toBe(exact);
        const lines = entered.map((line) => exactAmounts(line, currency));
        for (const name of ["cost", "discount", "monthlyRunRate"] as const) {
          expect(units(totals[name]), name).toBe(lines.reduce((all, line) => all + line[name], 0n));
        }
        expect(units(invoice.value.total)).toBe(exact);
        expect(units(invoice.value.net.plus(invoice.value.tax))).toBe(exact);

        const paid = amount(paidUnits).dividedBy(10 ** currencyDecimals(currency));
        const open = [{ id: "1", number: "INV-1", outstanding: invoice.value.total }];
        const allocated = units(sum(allocateOldestFirst(paid, open).map((one) => one.amount)));
        expect(allocated).toBe(exact < BigInt(paidUnits) ? exact : BigInt(paidUnits));

        const executed = applyChanges(tree, invoice.value.changes);
        const itemIds = items.map(({ id }) => id);
        const facts = {
          invoices: [{ id: "1", number: "INV-1", orderCode: "1042", itemIds }],
          changedSince: [],
        };
        const reversal = planReversal(executed, executed.primary, facts);
        if (!reversal.ok) throw new Error(reversal.refusal.reason);
        const reversed = applyChanges(executed, reversal.value.changes);
        expect(units(creditedTotal(reversed))).toBe(exact);
        expect(units(treeTotals(reversed).finalPrice)).toBe(exact);
      }),
      { numRuns: runs(300) },
    );
  });
});
