import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "@/lib/server/testing/runs";
import { orderStatusTypes } from "../../order-status/combination";
import { systemCombinations, systemStatuses } from "../../order-status/system-statuses";
import { type Amount, amount, sum } from "../../values/money";
import { cancelledLines, shownLines } from "../amounts/shown-lines";
import { creditedTotal, lineAmounts, treeTotals } from "../amounts/totals";
import { requireOpen } from "../holds/open";
import { describeRefusal } from "../holds/refusal-told";
import { type OrderPart, type OrderTree, remainingQuantity } from "../tree/order";
import { executedUnits, partStage, primaryStage, progress } from "../tree/stage";
import { anItem, aTree, parties } from "../tree/tree.test-data";
import { planCancellation } from "./cancellation";
import { applyChanges } from "./changes";
import { planDelivery } from "./delivery";
import { type ExecutionPlan, executionLines, planExecution } from "./execution";
import { planReversal, unitsToReverse } from "./reversal";

const byUser = { executor: "bss_user", ...parties() } as const;

/** Returns the tree after a delivery, as the database makes it. */
function deliver(tree: OrderTree, wanted: { itemId: string; quantity: number }[]): OrderTree {
  const plan = planDelivery(tree, tree.primary.code, wanted);
  if (!plan.ok) throw new Error(describeRefusal(plan.refusal, "en-GB"));
  const n = tree.subOrders.length + 1;
  const subOrder: OrderPart = {
    id: `sub-${n}`,
    code: `${tree.primary.code}-${n}`,
    status: systemCombinations.submitted,
    items: plan.value.map(({ item, quantity, places }) => ({
      ...item,
      id: `${item.id}/${n}`,
      primaryItemId: item.id,
      places,
      quantity,
      deliveredQuantity: 0,
      executedQuantity: 0,
      cancelledQuantity: 0,
      reversedQuantity: 0,
    })),
  };
  const items = tree.primary.items.map((item) => {
    const units = wanted.find(({ itemId }) => itemId === item.id)?.quantity ?? 0;
    return { ...item, deliveredQuantity: item.deliveredQuantity + units };
  });
  return { ...tree, primary: { ...tree.primary, items }, subOrders: [...tree.subOrders, subOrder] };
}

function execute(tree: OrderTree, part: OrderPart): OrderTree {
  const plan = planExecution(tree, part, byUser);
  if (!plan.ok) throw new Error(describeRefusal(plan.refusal, "en-GB"));
  return applyChanges(tree, plan.value.changes);
}

function cancel(tree: OrderTree, part: OrderPart): OrderTree {
  const plan = planCancellation(tree, part);
  if (!plan.ok) throw new Error(describeRefusal(plan.refusal, "en-GB"));
  return applyChanges(tree, plan.value.changes);
}

/** Returns the tree after a reversal. Each execution made one invoice, as `invoices` tells. */
function reverse(tree: OrderTree, part: OrderPart, invoices: readonly Invoice[]): OrderTree {
  const plan = planReversal(tree, part, factsOf(tree, part, invoices));
  if (!plan.ok) throw new Error(describeRefusal(plan.refusal, "en-GB"));
  return applyChanges(tree, plan.value.changes);
}

type Invoice = { id: string; number: string; orderCode: string; itemIds: string[] };

function invoiceOf(part: OrderPart, plan: ExecutionPlan): Invoice {
  const number = `INV-${part.code}-${plan.lines[0]?.item.id}`;
  return { id: number, number, orderCode: part.code, itemIds: plan.lines.map(({ item }) => item.id) };
}

function factsOf(tree: OrderTree, part: OrderPart, invoices: readonly Invoice[]) {
  const itemIds = unitsToReverse(tree, part).map(({ itemId }) => itemId);
  return {
    invoices: invoices.filter((invoice) => invoice.itemIds.some((id) => itemIds.includes(id))),
    changedSince: [],
  };
}

const sub = (tree: OrderTree, n: number) => tree.subOrders[n - 1] as OrderPart;
const two = () => aTree({ items: [anItem({ id: "a" }), anItem({ id: "b" })] });

describe("an order of two services", () => {
  test("becomes Executed when it is executed as a whole", () => {
    const before = two();
    const tree = execute(before, before.primary);
    expect([partStage(tree.primary), progress(tree)]).toEqual(["executed", { executed: 2, all: 2 }]);
  });

  test("stays open when delivered one by one after the first and is Executed with the second", () => {
    let tree = deliver(two(), [{ itemId: "a", quantity: 1 }]);
    tree = execute(tree, sub(tree, 1));
    expect([partStage(tree.primary), progress(tree)]).toEqual(["open", { executed: 1, all: 2 }]);
    tree = deliver(tree, [{ itemId: "b", quantity: 1 }]);
    tree = execute(tree, sub(tree, 2));
    expect([partStage(tree.primary), progress(tree)]).toEqual(["executed", { executed: 2, all: 2 }]);
  });

  test("is partly delivered, and Execute Order takes the rest and the open sub-orders together", () => {
    let tree = deliver(two(), [{ itemId: "a", quantity: 1 }]);
    tree = execute(tree, tree.primary);
    expect([partStage(tree.primary), partStage(sub(tree, 1))]).toEqual(["executed", "executed"]);
  });

  test("gets its items back when a sub-order is canceled", () => {
    let tree = deliver(two(), [{ itemId: "a", quantity: 1 }]);
    tree = cancel(tree, sub(tree, 1));
    expect(partStage(tree.primary)).toBe("open");
    expect(tree.primary.items.map(remainingQuantity)).toEqual([1, 1]);
  });

  test("ends Executed when it is canceled after one was executed, with the remainder canceled", () => {
    let tree = deliver(two(), [{ itemId: "a", quantity: 1 }]);
    tree = execute(tree, sub(tree, 1));
    const plan = planCancellation(tree, tree.primary);
    expect(plan).toMatchObject({ ok: true, value: { stage: "executed", remainderOnly: true } });
    tree = cancel(tree, tree.primary);
    expect([partStage(tree.primary), progress(tree)]).toEqual(["executed", { executed: 1, all: 1 }]);
  });

  test("ends Canceled when it is canceled before anything was executed, open sub-orders with it", () => {
    let tree = deliver(two(), [{ itemId: "a", quantity: 1 }]);
    tree = cancel(tree, tree.primary);
    expect([partStage(tree.primary), partStage(sub(tree, 1))]).toEqual(["cancelled", "cancelled"]);
  });

  test("ends Canceled when it is reversed, and nothing of it can be executed again", () => {
    let tree = two();
    const invoices = [{ id: "1", number: "INV-1", orderCode: "1042", itemIds: ["a", "b"] }];
    tree = execute(tree, tree.primary);
    tree = reverse(tree, tree.primary, invoices);
    expect([partStage(tree.primary), progress(tree)]).toEqual(["cancelled", { executed: 0, all: 2 }]);
    expect(tree.primary.items.map(remainingQuantity)).toEqual([0, 0]);
    expect(planReversal(tree, tree.primary, { invoices: [], changedSince: [] })).toMatchObject({
      refusal: { reason: "already_reversed" },
    });
  });

  test("stays Executed while one part stands, and ends Canceled when the last is reversed", () => {
    let tree = deliver(two(), [{ itemId: "a", quantity: 1 }]);
    tree = execute(tree, sub(tree, 1));
    tree = execute(tree, tree.primary);
    const invoices = [
      { id: "1", number: "INV-1", orderCode: "1042-1", itemIds: ["a/1"] },
      { id: "2", number: "INV-2", orderCode: "1042", itemIds: ["b"] },
    ];
    tree = reverse(tree, sub(tree, 1), invoices);
    expect([partStage(tree.primary), partStage(sub(tree, 1))]).toEqual(["executed", "cancelled"]);
    expect(progress(tree)).toEqual({ executed: 1, all: 1 });
    tree = reverse(tree, tree.primary, invoices);
    expect(partStage(tree.primary)).toBe("cancelled");
  });

  test("refuses more than is left, and says what is left", () => {
    const tree = deliver(aTree({ items: [anItem({ id: "a", quantity: 5 })] }), [
      { itemId: "a", quantity: 3 },
    ]);
    expect(planDelivery(tree, "1042", [{ itemId: "a", quantity: 3 }])).toMatchObject({
      ok: false,
      refusal: { reason: "quantity_not_left", items: [{ asked: 3, left: 2 }] },
    });
  });

  test("refuses sub-orders of a sub-order", () => {
    const tree = deliver(two(), [{ itemId: "a", quantity: 1 }]);
    expect(planDelivery(tree, "1042-1", [{ itemId: "a/1", quantity: 1 }])).toMatchObject({
      refusal: { reason: "sub_order_of_sub_order" },
    });
  });
});

describe("every stage of an order", () => {
  test.each(systemStatuses.map((status) => [status.description, status] as const))(
    "%s: what BSS may do",
    (_, status) => {
      const tree = aTree({ status });
      const executable = planExecution(tree, tree.primary, byUser).ok;
      const cancellable = planCancellation(tree, tree.primary).ok;
      const deliverable = planDelivery(tree, "1042", [{ itemId: "item", quantity: 1 }]).ok;
      const expected: Record<string, [boolean, boolean, boolean]> = {
        Submitted: [true, true, true],
        Scheduled: [true, true, false],
        "Pending Reseller Approval": [false, true, false],
      };
      expect([executable, cancellable, deliverable]).toEqual(
        expected[status.description] ?? [false, false, false],
      );
    },
  );

  test("is final exactly when the order is executed or canceled", () => {
    const final = orderStatusTypes.filter((type) => {
      const open = requireOpen({ status: { type, storefrontType: "viewable" } });
      return !open.ok && open.refusal.reason.startsWith("already");
    });
    expect(final).toEqual(["automatic_execute", "cancelled"]);
  });
});

/** Draws one random step, where n and quantity choose among what there is. */
const step = fc.record({
  verb: fc.constantFrom("deliver", "execute", "execute", "cancel", "reverse"),
  n: fc.nat(5),
  picks: fc.array(fc.record({ item: fc.nat(3), quantity: fc.integer({ min: 1, max: 4 }) }), {
    minLength: 1,
    maxLength: 3,
  }),
});

describe("any sequence of deliver, execute, cancel and reverse", () => {
  test("executes a unit at most once, and the primary's stage is what is derived", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }),
        fc.array(step, { maxLength: 14 }),
        (quantities, steps) => {
          let tree = aTree({
            items: quantities.map((quantity, i) =>
              anItem({
                id: `i${i}`,
                quantity,
                unitPrice: amount(["3.333", "0.005", "38.905"][i % 3] ?? 0),
                discountPercent: amount("7.5"),
                taxRate: amount("7.7"),
              }),
            ),
          });
          const invoices: (Invoice & { total: Amount })[] = [];
          const credited: Amount[] = [];
          for (const { verb, n, picks } of steps) {
            const parts = [tree.primary, ...tree.subOrders];
            const part = parts[n % parts.length] as OrderPart;
            if (verb === "deliver") {
              const wanted = new Map(
                picks.map(({ item, quantity }) => [`i${item % quantities.length}`, quantity]),
              );
              const items = [...wanted].map(([itemId, quantity]) => ({ itemId, quantity }));
              if (planDelivery(tree, "1042", items).ok) tree = deliver(tree, items);
            } else if (verb === "execute") {
              const plan = planExecution(tree, part, byUser);
              if (plan.ok) {
                invoices.push({ ...invoiceOf(part, plan.value), total: plan.value.total });
                tree = applyChanges(tree, plan.value.changes);
              }
            } else if (verb === "reverse") {
              const plan = planReversal(tree, part, factsOf(tree, part, invoices));
              if (plan.ok) {
                const { invoiceIds } = plan.value;
                credited.push(
                  ...invoices.filter(({ id }) => invoiceIds.includes(id)).map(({ total }) => total),
                );
                tree = applyChanges(tree, plan.value.changes);
              }
            } else if (planCancellation(tree, part).ok) tree = cancel(tree, part);
            check(tree, credited);
          }
          checkMoney(
            tree,
            invoices.map(({ total }) => total),
          );
        },
      ),
      { numRuns: runs(500) },
    );
  });
});

function check(tree: OrderTree, creditNotes: readonly Amount[]) {
  const all = [tree.primary, ...tree.subOrders];
  for (const item of all.flatMap((part) => part.items)) {
    expect(remainingQuantity(item)).toBeGreaterThanOrEqual(0);
    expect(item.executedQuantity).toBeLessThanOrEqual(item.quantity);
    expect([0, item.executedQuantity]).toContain(item.reversedQuantity);
  }
  for (const item of tree.primary.items) {
    const deliveries = tree.subOrders.flatMap((part) =>
      part.items.filter(({ primaryItemId }) => primaryItemId === item.id),
    );
    const inSubOrders = deliveries.reduce(
      (units, delivery) => units + delivery.quantity - delivery.cancelledQuantity,
      0,
    );
    expect(item.deliveredQuantity).toBe(inSubOrders);
    expect(executedUnits(tree, item)).toBeLessThanOrEqual(item.quantity);
  }
  expect(partStage(tree.primary)).toBe(primaryStage(tree));
  expect(sum(creditNotes).toString()).toBe(creditedTotal(tree).toString());
}

/** Checks that all that was agreed is invoiced, left or canceled, and that lines add up, whatever happened. */
function checkMoney(tree: OrderTree, invoices: readonly Amount[]) {
  const agreed = sum(
    tree.primary.items.map((item) => lineAmounts(item, item.quantity, tree.currency).total),
  ).toString();
  const cancelled = tree.primary.items.some((item) => item.cancelledQuantity > 0);
  if (!cancelled) expect(treeTotals(tree).finalPrice.toString(), "what was agreed").toBe(agreed);
  const shown = shownLines(tree, tree.primary);
  expect(sum(shown.map(({ amounts }) => amounts.total)).toString(), "lines add up").toBe(
    treeTotals(tree).finalPrice.toString(),
  );
  if (partStage(tree.primary) === "open") {
    const left = sum(executionLines(tree, tree.primary).map(({ amounts }) => amounts.total));
    expect(sum(invoices).plus(left).toString(), "invoiced and left").toBe(agreed);
  } else if (invoices.length > 0) {
    expect(treeTotals(tree).finalPrice.toString(), "what was invoiced").toBe(sum(invoices).toString());
    expect(
      sum([...invoices, ...cancelledLines(tree).map(({ amounts }) => amounts.total)]).toString(),
      "kept and canceled",
    ).toBe(agreed);
  }
}
