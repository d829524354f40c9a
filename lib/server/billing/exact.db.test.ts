import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { currencyDecimals } from "@/lib/domain/format/currency";
import { amount } from "@/lib/domain/values/money";
import { read } from "../kernel/db";
import { deliverOrder } from "../orders/commands/deliver-order";
import { executeOrder } from "../orders/commands/execute-order";
import { reverseExecution } from "../orders/commands/reverse-execution";
import { getOrder } from "../orders/queries/get-order";
import {
  asEntered,
  type ExactLine,
  exactAmounts,
  exactLine,
  inSmallestUnits,
  total,
} from "../testing/exact-money";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../testing/factories/basics";
import { makeOrder, storedOrder } from "../testing/factories/orders";
import { runs, timeFor, tried } from "../testing/runs";
import { recordPayment } from "./commands/record-payment";
import { reversePayment } from "./commands/reverse-payment";
import { loadCredit } from "./credit";

/**
 * Tests money through PostgreSQL and back, with no, two and three decimals. Orders are delivered in parts, executed, paid and
 * taken back, and every amount is compared with a calculation in whole numbers.
 */

/**
 * Generates orders and what happens to them. `apart` holds the units of the first line that are delivered separately, and
 * `ahead` and `payments` hold smallest units of the currency.
 */
const story = fc.record({
  lines: fc.array(exactLine, { minLength: 1, maxLength: 5 }),
  apart: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 4 }),
  lastFirst: fc.boolean(),
  ahead: fc.array(fc.integer({ min: 1, max: 50_000_000 }), { maxLength: 3 }),
  payments: fc.array(fc.integer({ min: 1, max: 500_000_000 }), { maxLength: 3 }),
  reversePayment: fc.boolean(),
  reverse: fc.constantFrom("nothing", "part", "all"),
});

describe.each(["JPY", "EUR", "KWD"])("in %s", (currency) => {
  test(
    "lines, invoices, credit notes, payments and balance are exact",
    async () => {
      const here = await makeOrganization({ currency });
      await fc.assert(
        fc.asyncProperty(
          story,
          async ({ lines, apart, lastFirst, ahead, payments, reversePayment, reverse }) => {
            const account = await makeAccount(here);
            await payAll(here, account.id, ahead, false);
            const { code, parts } = await executeInParts(here, account.id, lines, apart, lastFirst);
            await checkPaidAhead(here, account.id, parts, ahead);
            const paid = [...ahead, ...(await payAll(here, account.id, payments, reversePayment))];
            const taken = await takeBack(here, code, parts, reverse);
            await check(here, account.id, { code, parts, paid, taken });
          },
        ),
        { numRuns: runs(12) },
      );
      tried(`${runs(12)} orders in ${currency}, from items to credit notes`);
    },
    timeFor(120_000),
  );
});

type Exact = ReturnType<typeof exactAmounts>;

/** Holds what each execution invoices, by the code of its order and in the order of the executions. */
type Parts = Map<string, Exact[]>;

/** Returns the amounts of a line's units from one position to another. */
function between(line: ExactLine, from: number, to: number, currency: string): Exact {
  const [before, upTo] = [from, to].map((quantity) => exactAmounts({ ...line, quantity }, currency));
  const names = Object.keys(upTo ?? {}) as (keyof Exact)[];
  return Object.fromEntries(
    names.map((name) => [name, (upTo?.[name] ?? 0n) - (before?.[name] ?? 0n)]),
  ) as Exact;
}

async function executeInParts(
  here: TestOrganization,
  accountId: string,
  lines: ExactLine[],
  apart: number[],
  lastFirst: boolean,
) {
  const { currency } = here;
  const { operator } = here.as;
  const items = [];
  for (const line of lines) {
    const { unitPrice, unitCost: cost, discountPercent, taxRate } = asEntered(line);
    const type = line.period === "once" ? "asset" : "subscription";
    const { id: productId } = await makeProduct(here, { taxRate, cost, type, billingPeriod: line.period });
    items.push({ productId, quantity: line.quantity, unitPrice, discountPercent });
  }
  const { code, items: stored } = await makeOrder(here, { accountId, items });
  const parts: Parts = new Map();
  const [first, ...others] = lines;
  if (!first) throw new Error("An order has at least one line");
  const delivered: [code: string, amounts: Exact][] = [];
  let taken = 0;
  for (const wanted of apart) {
    const quantity = Math.min(wanted, first.quantity - taken);
    if (quantity === 0) break;
    const items = [{ itemId: stored[0]?.id ?? "", quantity }];
    const { subOrderCode } = value(await deliverOrder(operator, { code, items }));
    delivered.push([subOrderCode, between(first, taken, taken + quantity, currency)]);
    taken += quantity;
  }
  for (const [subOrder, amounts] of lastFirst ? delivered.reverse() : delivered) {
    value(await executeOrder(operator, { code: subOrder }));
    parts.set(subOrder, [amounts]);
  }
  const rest = first.quantity > taken ? [between(first, taken, first.quantity, currency)] : [];
  if (rest.length + others.length > 0) {
    value(await executeOrder(operator, { code }));
    parts.set(code, [...rest, ...others.map((line) => exactAmounts(line, currency))]);
  }
  const invoiced = total([...parts.values()].flat());
  expect(invoiced, "parts add up to what was agreed").toBe(
    total(lines.map((line) => exactAmounts(line, currency))),
  );
  return { code, parts };
}

/** Records the payments, and returns those that still count. */
async function payAll(here: TestOrganization, accountId: string, payments: number[], reverseFirst: boolean) {
  const ids: string[] = [];
  for (const units of payments) {
    const paid = amount(units).dividedBy(10 ** currencyDecimals(here.currency));
    const recorded = await recordPayment(here.as.operator, { accountId, amount: paid.toFixed() });
    ids.push(value(recorded).id);
  }
  const [first] = ids;
  if (first && reverseFirst) {
    value(await reversePayment(here.as.operator, { paymentId: first, reason: "Bounced" }));
    return payments.slice(1);
  }
  return payments;
}

/** Checks that what was paid ahead paid the invoices in the order in which they were issued, as far as it went. */
async function checkPaidAhead(here: TestOrganization, accountId: string, parts: Parts, ahead: number[]) {
  const { currency } = here;
  let left = ahead.reduce((sum, each) => sum + BigInt(each), 0n);
  const invoices = await read(here.as.operator).invoice.findMany({
    where: { accountId },
    include: { order: true },
  });
  for (const [code, lines] of parts) {
    const exact = total(lines);
    const unpaid = exact > left ? exact - left : 0n;
    left -= exact - unpaid;
    const invoice = invoices.find(({ order }) => order?.code === code);
    expect(inSmallestUnits(String(invoice?.outstanding), currency)).toBe(unpaid);
  }
  const payments = await read(here.as.operator).payment.aggregate({
    where: { accountId },
    _sum: { unallocated: true },
  });
  expect(inSmallestUnits(String(payments._sum.unallocated ?? 0), currency)).toBe(left);
}

/** Returns the codes of the orders whose invoices were credited. */
async function takeBack(here: TestOrganization, code: string, parts: Parts, reverse: string) {
  const codes = [...parts.keys()];
  const chosen = reverse === "all" ? code : codes[0];
  if (reverse === "nothing" || !chosen) return [];
  value(await reverseExecution(here.as.administrator, { code: chosen, comment: "A mistake" }));
  return chosen === code ? codes : [chosen];
}

async function check(
  here: TestOrganization,
  accountId: string,
  { code, parts, paid, taken }: { code: string; parts: Parts; paid: number[]; taken: string[] },
) {
  const { currency } = here;
  const units = (stored: { toString(): string }) => inSmallestUnits(stored.toString(), currency);
  const exact = (codes: Iterable<string>) => total([...codes].flatMap((each) => parts.get(each) ?? []));

  const order = await getOrder(here.as.operator, code);
  const amounts = [...parts.values()].flat();
  expect(units(order.totals.finalPrice)).toBe(exact(parts.keys()));
  for (const name of ["cost", "discount", "profit", "net", "tax", "monthlyRunRate"] as const) {
    const wanted = amounts.reduce((all, line) => all + line[name], 0n);
    expect(units(order.totals[name]), name).toBe(wanted);
  }
  const stored = await storedOrder(here.as.operator, code);
  expect(units(stored.finalPrice)).toBe(exact(parts.keys()));
  expect(units(stored.monthlyRunRate)).toBe(units(order.totals.monthlyRunRate));

  const invoices = await read(here.as.operator).invoice.findMany({
    where: { accountId },
    include: {
      order: true,
      creditNote: true,
      lines: { orderBy: { position: "asc" }, include: { creditNoteLine: true } },
      allocations: { where: { releasedAt: null } },
    },
  });
  expect(invoices.map(({ order }) => order?.code).sort()).toEqual([...parts.keys()].sort());
  for (const invoice of invoices) {
    const lines = parts.get(invoice.order?.code ?? "") ?? [];
    expect(invoice.lines.map(({ net, tax }) => ({ net: units(net), tax: units(tax) }))).toEqual(
      lines.map(({ net, tax }) => ({ net, tax })),
    );
    expect(units(invoice.total)).toBe(total(lines));
    const isTaken = taken.includes(invoice.order?.code ?? "");
    expect(invoice.creditNote && units(invoice.creditNote.total)).toBe(isTaken ? total(lines) : null);
    for (const { total, creditNoteLine } of invoice.lines) {
      expect(creditNoteLine && units(creditNoteLine.total)).toBe(isTaken ? units(total) : null);
    }
    const allocated = invoice.allocations.reduce((sum, { amount }) => sum + units(amount), 0n);
    expect(units(invoice.outstanding)).toBe(isTaken ? 0n : total(lines) - allocated);
    if (isTaken) expect(allocated).toBe(0n);
  }

  const received = paid.reduce((sum, each) => sum + BigInt(each), 0n);
  const payments = await read(here.as.operator).payment.findMany({
    where: { accountId, reversedAt: null },
    include: { allocations: { where: { releasedAt: null } } },
  });
  for (const payment of payments) {
    const allocated = payment.allocations.reduce((sum, { amount }) => sum + units(amount), 0n);
    expect(units(payment.unallocated) + allocated).toBe(units(payment.amount));
  }
  const { outstanding } = await loadCredit(read(here.as.operator), here.as.operator, accountId);
  expect(units(outstanding), "what is owed: invoices less credit notes less payments").toBe(
    exact(parts.keys()) - exact(taken) - received,
  );
}
