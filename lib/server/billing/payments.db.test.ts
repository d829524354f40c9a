import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { amount, sum } from "@/lib/domain/values/money";
import { read } from "../kernel/db";
import { Forbidden, NotFound } from "../kernel/errors";
import { createOrder } from "../orders/commands/create-order";
import { executeOrder } from "../orders/commands/execute-order";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../testing/factories/basics";
import { at } from "../testing/factories/contexts";
import { makeOrder } from "../testing/factories/orders";
import { owner } from "../testing/owner";
import { runs, timeFor, tried } from "../testing/runs";
import { recordPayment } from "./commands/record-payment";
import { reversePayment } from "./commands/reverse-payment";
import { loadCredit } from "./credit";

let here: TestOrganization;
let productId: string;
beforeAll(async () => {
  here = await makeOrganization();
  productId = (await makeProduct(here, { price: "10", taxRate: "0" })).id;
});

/** Makes an account that owes one invoice for each of these quantities, at a price of 10. */
async function accountOwing(quantities: number[], creditLimit: string | null = null) {
  const account = await makeAccount(here, { creditLimit: null });
  for (const quantity of quantities) {
    await makeOrder(here, {
      accountId: account.id,
      items: [{ productId, quantity }],
      statusId: here.statuses.Executed,
    });
  }
  await read(here.as.operator).account.updateMany({ where: { id: account.id }, data: { creditLimit } });
  return account.id;
}

const invoicesOf = (accountId: string) =>
  read(here.as.operator).invoice.findMany({ where: { accountId }, orderBy: { number: "asc" } });
const outstanding = async (accountId: string) =>
  (await invoicesOf(accountId)).map((invoice) => Number(invoice.outstanding));
const pay = (accountId: string, paid: string, allocations?: { invoiceId: string; amount: string }[]) =>
  recordPayment(here.as.operator, { accountId, amount: paid, ...(allocations && { allocations }) });

describe("a payment", () => {
  test("pays the oldest invoices first; the rest stays on the account", async () => {
    const accountId = await accountOwing([1, 2, 3]);
    value(await pay(accountId, "15"));
    expect(await outstanding(accountId)).toEqual([0, 15, 30]);
    const recorded = value(await pay(accountId, "50"));
    expect(await outstanding(accountId)).toEqual([0, 0, 0]);
    expect(recorded.unallocated).toBe("5.00");
    expect(
      (await loadCredit(read(here.as.operator), here.as.operator, accountId)).outstanding.toString(),
    ).toBe("-5");
  });

  test("pays what was chosen", async () => {
    const accountId = await accountOwing([1, 2]);
    const [, second] = await invoicesOf(accountId);
    value(await pay(accountId, "20", [{ invoiceId: second?.id ?? "", amount: "20" }]));
    expect(await outstanding(accountId)).toEqual([10, 0]);
  });

  test("makes room for an order that credit held", async () => {
    const accountId = await accountOwing([5], "50");
    const { code } = await makeOrder(here, { accountId, items: [{ productId, quantity: 1 }] });
    expect(await executeOrder(here.as.operator, { code })).toMatchObject({
      refusal: { gates: [{ gate: "credit", missing: "10.00" }] },
    });
    value(await pay(accountId, "10"));
    expect((await executeOrder(here.as.operator, { code })).ok).toBe(true);
  });

  test("ahead is credit, even with a limit of 0", async () => {
    const accountId = await accountOwing([], "0");
    const { code } = await makeOrder(here, { accountId, items: [{ productId, quantity: 1 }] });
    value(await pay(accountId, "10"));
    expect((await executeOrder(here.as.operator, { code })).ok).toBe(true);
  });

  test("reversed leaves its invoices outstanding again, once", async () => {
    const accountId = await accountOwing([1, 2]);
    const { id } = value(await pay(accountId, "30"));
    const results = await Promise.all(
      [1, 2].map(() => reversePayment(here.as.operator, { paymentId: id, reason: "Bounced" })),
    );
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await outstanding(accountId)).toEqual([10, 20]);
    expect(
      (await loadCredit(read(here.as.operator), here.as.operator, accountId)).outstanding.toString(),
    ).toBe("30");
  });
});

test("an order, a limit and a payment of more than a billion go through", async () => {
  const vietnam = await makeOrganization({ currency: "VND" });
  const price = "999999999999";
  const { id } = await makeProduct(vietnam, { price, cost: price, taxRate: "0" });
  const account = await makeAccount(vietnam, { creditLimit: "999999999999000" });
  const items = [{ productId: id, quantity: 500 }];
  const order = await makeOrder(vietnam, { accountId: account.id, items });
  expect((await executeOrder(vietnam.as.operator, { code: order.code })).ok).toBe(true);
  const paid = { accountId: account.id, amount: "499999999999500" };
  expect(value(await recordPayment(vietnam.as.operator, paid)).unallocated).toBe("0");
  const beyond = {
    accountId: account.id,
    items: [
      { productId: id, quantity: 501 },
      { productId: id, quantity: 500 },
    ],
  };
  expect(await createOrder(vietnam.as.operator, beyond)).toMatchObject({
    refusal: { reason: "invalid_input", problems: [{ path: "items.0.quantity" }] },
  });
});

test("a reversal says what is outstanding again and what credit goes away", async () => {
  const accountId = await accountOwing([1, 2]);
  const { id } = value(await pay(accountId, "5000"));
  expect(value(await reversePayment(here.as.operator, { paymentId: id, reason: "Bounced" }))).toEqual({
    id,
    outstandingAgain: "30.00",
    creditGone: "4970.00",
  });
});

describe("a reference that was used before", () => {
  const record = (accountId: string, reference: string, more: { despitePaymentId?: string } = {}) =>
    recordPayment(here.as.operator, { accountId, amount: "5", receivedOn: "2026-11-20", reference, ...more });

  test("is refused with the earlier payment, whatever its case and spaces, until the person goes on", async () => {
    const [first, second] = [await makeAccount(here), await makeAccount(here)];
    const { id } = value(await record(first.id, "RF18 5390 0754"));
    for (const accountId of [first.id, second.id]) {
      expect(await record(accountId, "rf1853900754")).toMatchObject({
        refusal: {
          reason: "reference_used",
          earlier: { id, account: first.name, amount: "5.00", currency: "EUR", receivedOn: "2026-11-20" },
          path: "reference",
        },
      });
    }
    const later = at(here.as.operator, new Date(here.as.operator.now.getTime() + 60_000));
    const payment = { accountId: second.id, amount: "5", receivedOn: "2026-11-20" };
    const again = { ...payment, reference: "RF18 5390 0754", despitePaymentId: id };
    const another = value(await recordPayment(later, again));
    expect(await record(first.id, "RF18 5390 0754", { despitePaymentId: id })).toMatchObject({
      refusal: { earlier: { id: another.id } },
    });
  });

  test("of two at once is recorded once", async () => {
    const accounts = [await makeAccount(here), await makeAccount(here)];
    const answers = await Promise.all(accounts.map(({ id }) => record(id, "At once")));
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  test("is free again when its payment was reversed, and blank ones are never the same", async () => {
    const { id: accountId } = await makeAccount(here);
    const { id } = value(await record(accountId, "Bounced once"));
    value(await reversePayment(here.as.operator, { paymentId: id, reason: "Bounced" }));
    for (const reference of ["Bounced once", "", ""]) value(await record(accountId, reference));
  });
});

describe("asked again with the same idempotency key", () => {
  test("it is recorded once, also at once, and the answer is that of then", async () => {
    const accountId = await accountOwing([1]);
    const request = { accountId, amount: "12", idempotencyKey: "first-transfer" };
    const answers = await Promise.all([1, 2, 3, 4].map(() => recordPayment(here.as.operator, request)));
    expect(new Set(answers.map((answer) => value(answer).id)).size).toBe(1);
    expect(value(await recordPayment(here.as.operator, request))).toEqual(value(answers[0] as never));
    expect(await outstanding(accountId)).toEqual([0]);
    expect(await read(here.as.operator).payment.count({ where: { accountId } })).toBe(1);
  });

  test("with other values it is refused; what was refused can be put right", async () => {
    const accountId = await accountOwing([]);
    const record = (amount: string) =>
      recordPayment(here.as.operator, { accountId, amount, idempotencyKey: "second-transfer" });
    expect(await record("1.001")).toMatchObject({ refusal: { reason: "too_many_decimals" } });
    value(await record("1"));
    expect(await record("2")).toMatchObject({
      refusal: { reason: "key_reused" },
    });
    expect(await read(here.as.operator).payment.count({ where: { accountId } })).toBe(1);
  });
});

describe("refused", () => {
  test("beyond what is outstanding or paid, and for another account's invoice, beside the field", async () => {
    const [accountId, other] = [await accountOwing([1]), await accountOwing([1])];
    const [own] = await invoicesOf(accountId);
    const [foreign] = await invoicesOf(other);
    const cases = [
      ["20", [{ invoiceId: own?.id ?? "", amount: "11" }], "allocations.0.amount"],
      ["5", [{ invoiceId: own?.id ?? "", amount: "6" }], "allocations"],
      ["5", [{ invoiceId: foreign?.id ?? "", amount: "5" }], "allocations.0.amount"],
      ["5", [{ invoiceId: own?.id ?? "", amount: "0.005" }], "allocations.0.amount"],
    ] as const;
    for (const [paid, allocations, path] of cases) {
      expect(await pay(accountId, paid, [...allocations])).toMatchObject({
        refusal: { path },
      });
    }
    expect(await pay(accountId, "1.001")).toMatchObject({ refusal: { path: "amount" } });
    expect(await outstanding(accountId)).toEqual([10]);
  });

  test.each(["0", "-1", "NaN", "Infinity", "", "1e3", "1,5"])("an amount of %j", async (paid) => {
    const accountId = await accountOwing([]);
    await expect(pay(accountId, paid)).rejects.toThrow(expect.objectContaining({ name: "ZodError" }));
  });

  test("to a manager, and for another organization's account", async () => {
    const accountId = await accountOwing([]);
    await expect(recordPayment(here.as.manager, { accountId, amount: "1" })).rejects.toThrow(Forbidden);
    const there = await makeOrganization();
    await expect(recordPayment(there.as.administrator, { accountId, amount: "1" })).rejects.toThrow(NotFound);
    const { id } = value(await pay(accountId, "1"));
    await expect(reversePayment(there.as.administrator, { paymentId: id, reason: "x" })).rejects.toThrow(
      NotFound,
    );
  });

  test("by the database, whatever SQL is written", async () => {
    const accountId = await accountOwing([1]);
    const { id } = value(await pay(accountId, "5"));
    const refused = (statement: string, why: RegExp) =>
      expect(owner().$executeRawUnsafe(statement, id)).rejects.toThrow(why);
    await refused("UPDATE payments SET amount = 1 WHERE id = $1::uuid", /not changed/);
    await refused("UPDATE payments SET unallocated = 5 WHERE id = $1::uuid", /follows from/);
    await refused("DELETE FROM payments WHERE id = $1::uuid", /never deleted/);
    await refused("UPDATE payment_allocations SET amount = 1 WHERE payment_id = $1::uuid", /not changed/);
    await refused("DELETE FROM payment_allocations WHERE payment_id = $1::uuid", /not deleted/);
    await refused(
      `INSERT INTO payment_allocations (organization_id, payment_id, invoice_id, amount)
        SELECT organization_id, $1::uuid, id, 5 FROM invoices WHERE outstanding = 5 AND id NOT IN (
          SELECT invoice_id FROM payment_allocations WHERE payment_id <> $1::uuid) LIMIT 1`,
      /payments_amounts|payment_allocations_once/,
    );
  });
});

test(
  "any payments and reversals, at once, keep invoices and payments balanced",
  async () => {
    const cents = fc.integer({ min: 1, max: 4000 }).map((value) => (value / 100).toFixed(2));
    await fc.assert(
      fc.asyncProperty(fc.array(cents, { minLength: 1, maxLength: 6 }), fc.nat(), async (payments, pick) => {
        const accountId = await accountOwing([1, 2]);
        const paid = await Promise.all(payments.map(async (each) => value(await pay(accountId, each)).id));
        const reversed = pick % payments.length;
        value(await reversePayment(here.as.operator, { paymentId: paid[reversed] ?? "", reason: "x" }));
        const kept = sum(payments.filter((_, i) => i !== reversed));
        const { outstanding: owed } = await loadCredit(read(here.as.operator), here.as.operator, accountId);
        expect(owed.toString()).toBe(amount(30).minus(kept).toString());
      }),
      { numRuns: runs(10) },
    );
    tried(`${runs(10)} accounts paying and reversing at once`);
  },
  timeFor(60_000),
);
