import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { creditedTotal, lineAmounts } from "@/lib/domain/order/amounts/totals";
import { executionLines } from "@/lib/domain/order/moves/execution";
import type { OrderTree } from "@/lib/domain/order/tree/order";
import { partStage, primaryStage } from "@/lib/domain/order/tree/stage";
import { sum } from "@/lib/domain/values/money";
import { read } from "../kernel/db";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
} from "../testing/factories/basics";
import { makeOrder } from "../testing/factories/orders";
import { runs, timeFor, tried } from "../testing/runs";
import { cancelOrder } from "./commands/cancel-order";
import { deliverOrder } from "./commands/deliver-order";
import { executeOrder } from "./commands/execute-order";
import { reverseExecution } from "./commands/reverse-execution";
import { loadOrder } from "./tree/load";

let here: TestOrganization;
let accountId: string;
let products: string[];
beforeAll(async () => {
  here = await makeOrganization();
  accountId = (await makeAccount(here)).id;
  products = [];
  for (const price of ["9.99", "0.0057", "1234.5678"]) products.push((await makeProduct(here, { price })).id);
});

/** Generates one person's action on one tree: n chooses the part, and the picks choose the items. */
const action = fc.record({
  verb: fc.constantFrom("deliver", "execute", "cancel", "reverse"),
  n: fc.nat(3),
  picks: fc.array(fc.record({ item: fc.nat(2), quantity: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 1,
    maxLength: 2,
  }),
});

/** Generates rounds of actions. The actions of a round run at the same time, each over its own connection. */
const life = fc.array(fc.array(action, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });

test(
  "any actions, in turn and at once: executed at most once, rolled up, invoiced and credited exactly",
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 3, maxLength: 3 }),
        life,
        async (quantities, rounds) => {
          const items = quantities.map((quantity, i) => ({
            productId: products[i] ?? "",
            quantity,
            discountPercent: "12.5",
          }));
          const { code } = await makeOrder(here, { accountId, items });
          for (const round of rounds) {
            const tree = await loadTree(code);
            await Promise.all(round.map((each) => act(tree, each)));
            await check(code);
          }
        },
      ),
      { numRuns: runs(25) },
    );
    tried(`${runs(25)} lives of an order`);
  },
  timeFor(120_000),
);

async function loadTree(code: string): Promise<OrderTree> {
  return (await loadOrder(read(here.as.operator), here.as.operator, code)).tree;
}

async function act(
  tree: OrderTree,
  { verb, n, picks }: { verb: string; n: number; picks: { item: number; quantity: number }[] },
) {
  const parts = [tree.primary, ...tree.subOrders];
  const code = parts[n % parts.length]?.code ?? tree.primary.code;
  if (verb === "execute") return executeOrder(here.as.operator, { code });
  if (verb === "cancel") return cancelOrder(here.as.operator, { code });
  if (verb === "reverse") return reverseExecution(here.as.administrator, { code, comment: "A mistake" });
  const wanted = new Map(picks.map(({ item, quantity }) => [tree.primary.items[item]?.id ?? "", quantity]));
  const items = [...wanted].map(([itemId, quantity]) => ({ itemId, quantity }));
  return deliverOrder(here.as.operator, { code: tree.primary.code, items });
}

async function check(code: string) {
  const tree = await loadTree(code);
  const parts = [tree.primary, ...tree.subOrders];
  expect(partStage(tree.primary), "the stored stage is the derived one").toBe(primaryStage(tree));

  const executed = parts.flatMap((part) => part.items).filter((item) => item.executedQuantity > 0);
  const where = { organizationId: here.organizationId, orderId: { in: parts.map(({ id }) => id) } };
  const invoices = await read(here.as.operator).invoice.findMany({ where, include: { lines: true } });
  const lines = invoices.flatMap((invoice) => invoice.lines);
  expect(lines.map(({ orderItemId, quantity }) => [orderItemId, quantity]).sort()).toEqual(
    executed.map((item) => [item.id, item.executedQuantity]).sort(),
  );
  const owed = sum(invoices.map(({ total }) => total));
  const agreed = sum(
    tree.primary.items.map((item) => lineAmounts(item, item.quantity, tree.currency).total),
  ).toString();
  const cancelled = tree.primary.items.some((item) => item.cancelledQuantity > 0);
  if (partStage(tree.primary) === "open") {
    const left = sum(executionLines(tree, tree.primary).map(({ amounts }) => amounts.total));
    expect(owed.plus(left).toString(), "what is invoiced and what is left are what was agreed").toBe(agreed);
  } else if (!cancelled) expect(owed.toString(), "an executed order comes to what was agreed").toBe(agreed);
  const primary = await read(here.as.operator).order.findFirstOrThrow({ where: { id: tree.primary.id } });
  if (primary.statusType === "automatic_execute") {
    expect(primary.finalPrice.toString(), "an executed order's price is what was invoiced").toBe(
      owed.toString(),
    );
  }
  const reversed = executed.filter((item) => item.reversedQuantity > 0);
  const notes = await read(here.as.operator).creditNote.findMany({
    where,
    include: { lines: { include: { invoiceLine: true } } },
  });
  expect(
    notes.flatMap(({ lines }) => lines.map(({ invoiceLine }) => invoiceLine.orderItemId)).sort(),
    "what is reversed is credited, once",
  ).toEqual(reversed.map(({ id }) => id).sort());
  expect(sum(notes.map(({ total }) => total)).toString()).toBe(creditedTotal(tree).toString());
  expect(sum(invoices.map(({ outstanding }) => outstanding)).toString()).toBe(
    owed.minus(creditedTotal(tree)).toString(),
  );
  const subscriptions = await read(here.as.operator).subscription.findMany({ where });
  expect(subscriptions.map(({ orderItemId, quantity }) => [orderItemId, quantity]).sort()).toEqual(
    executed.map((item) => [item.id, item.executedQuantity]).sort(),
  );
  expect(
    subscriptions
      .filter(({ state }) => state === "cancelled")
      .map(({ orderItemId }) => orderItemId)
      .sort(),
  ).toEqual(reversed.map(({ id }) => id).sort());
}
