import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { type OrderPart, type OrderTree, remainingQuantity } from "@/lib/domain/order/tree/order";
import { partStage } from "@/lib/domain/order/tree/stage";
import { read } from "../kernel/db";
import { NotFound } from "../kernel/errors";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
} from "../testing/factories/basics";
import { makeOrder } from "../testing/factories/orders";
import { after, type ModelAction, newOrder, type OrderModel } from "../testing/order-model";
import { runs, timeFor, tried } from "../testing/runs";
import { cancelOrder } from "./commands/cancel-order";
import { deliverOrder } from "./commands/deliver-order";
import { executeOrder } from "./commands/execute-order";
import { loadOrder } from "./tree/load";

/**
 * Delivers, executes and cancels on one primary, several actions at once over their own connections, and expects a simple
 * model to explain the result by some sequence of them. `RUNS=2000` tries more.
 */

const lives = runs(100);

let here: TestOrganization;
let accountId: string;
let products: string[];
beforeAll(async () => {
  here = await makeOrganization();
  accountId = (await makeAccount(here)).id;
  products = [(await makeProduct(here)).id, (await makeProduct(here)).id];
});

const units = fc.tuple(fc.nat(2), fc.nat(2)).filter((each) => each.some((quantity) => quantity > 0));
const action: fc.Arbitrary<ModelAction> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ verb: fc.constant("deliver" as const), units }) },
  {
    weight: 3,
    arbitrary: fc.record({
      verb: fc.constantFrom("execute" as const, "cancel" as const),
      part: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      verb: fc.constantFrom("execute" as const, "cancel" as const),
      part: fc.constant("primary" as const),
    }),
  },
);
/** Generates rounds of actions. The actions of a round run at the same time. */
const life = fc.array(fc.array(action, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 5 });

test(
  "what several do at once is what they could have done one after the other",
  async () => {
    let [actions, together] = [0, 0];
    const quantities = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }));
    await fc.assert(
      fc.asyncProperty(quantities, life, async (ordered, rounds) => {
        const items = ordered.map((quantity, i) => ({ productId: products[i] ?? "", quantity }));
        const { code } = await makeOrder(here, { accountId, items });
        let model = newOrder(ordered);
        for (const round of rounds) {
          const tree = await loadTree(code);
          const succeeded = await Promise.all(round.map((each) => act(tree, each)));
          const found = observed(await loadTree(code));
          const explained = explanations(model, round, succeeded).some((end) => equal(end, found));
          expect(explained, JSON.stringify({ model, round, succeeded, found })).toBe(true);
          model = found;
          actions += round.length;
          if (round.length > 1) together++;
        }
      }),
      { numRuns: lives },
    );
    tried(`${actions} actions in ${lives} lives of an order, ${together} times several at once`);
  },
  timeFor(600_000),
);

async function loadTree(code: string): Promise<OrderTree> {
  return (await loadOrder(read(here.as.operator), here.as.operator, code)).tree;
}

/** Performs the action and tells whether it succeeded. An action on a missing sub-order is skipped. */
async function act({ primary }: OrderTree, each: ModelAction): Promise<boolean> {
  const { code } = primary;
  if (each.verb === "deliver") {
    const items = primary.items
      .map(({ id: itemId }, i) => ({ itemId, quantity: each.units[i] ?? 0 }))
      .filter(({ quantity }) => quantity > 0);
    return (await deliverOrder(here.as.operator, { code, items })).ok;
  }
  const command = each.verb === "execute" ? executeOrder : cancelOrder;
  const part = each.part === "primary" ? code : `${code}-${each.part}`;
  return command(here.as.operator, { code: part }).then(
    ({ ok }) => ok,
    (error) => {
      if (error instanceof NotFound) return false;
      throw error;
    },
  );
}

/** Returns every state that the order may have after the successful actions, in any sequence. */
function explanations(
  model: OrderModel,
  round: readonly ModelAction[],
  succeeded: readonly boolean[],
): OrderModel[] {
  if (round.length === 0) return [model];
  return round.flatMap((each, i) => {
    const next = after(model, each);
    if ((next !== null) !== succeeded[i]) return [];
    const others = <Value>(values: readonly Value[]) => values.filter((_, other) => other !== i);
    return explanations(next ?? model, others(round), others(succeeded));
  });
}

function observed({ primary, subOrders }: OrderTree): OrderModel {
  const unitsOf = (part: OrderPart) =>
    primary.items.map(({ id }) => part.items.find((item) => item.primaryItemId === id)?.quantity ?? 0);
  return {
    stage: partStage(primary),
    items: primary.items.map((item) => ({
      remaining: remainingQuantity(item),
      executed: item.executedQuantity,
      cancelled: item.cancelledQuantity,
    })),
    subOrders: subOrders.map((part) => ({ stage: partStage(part), units: unitsOf(part) })),
  };
}

function equal(a: OrderModel, b: OrderModel): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
