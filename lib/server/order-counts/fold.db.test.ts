import { beforeAll, expect, test } from "vitest";
import { unscoped } from "../kernel/db";
import { cancelOrder } from "../orders/commands/cancel-order";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../testing/factories/basics";
import { makeOrder } from "../testing/factories/orders";
import { foldOrderCounts } from "./fold";

let here: TestOrganization;
beforeAll(async () => {
  here = await makeOrganization();
});

/** Returns the kept counts and those from counting the orders. */
async function counts() {
  const kept = await unscoped().$queryRaw<object[]>`
    SELECT status_id, is_primary, non_automatic, sum(change)::int AS orders FROM order_count_changes
    WHERE organization_id = ${here.organizationId}::uuid GROUP BY 1, 2, 3 HAVING sum(change) <> 0 ORDER BY 1, 2, 3`;
  const counted = await unscoped().$queryRaw<object[]>`
    SELECT status_id, parent_id IS NULL AS is_primary, non_automatic, count(*)::int AS orders FROM orders
    WHERE organization_id = ${here.organizationId}::uuid GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
  return { kept, counted };
}

const rows = async () =>
  (await unscoped().$queryRaw<{ rows: number }[]>`SELECT count(*)::int AS rows FROM order_count_changes`)[0]
    ?.rows;

test("no count is lost or doubled while several write, fold and read at once", async () => {
  const [accountId, productId] = [(await makeAccount(here)).id, (await makeProduct(here)).id];
  const items = [{ productId, quantity: 1 }];
  let writing = true;
  const write = async (): Promise<void> => {
    for (let i = 0; i < 6; i++) {
      const { code } = await makeOrder(here, { accountId, items });
      if (i % 2) value(await cancelOrder(here.as.operator, { code }));
    }
  };
  const fold = async (): Promise<void> => {
    while (writing) await foldOrderCounts();
  };
  const watch = async (): Promise<void> => {
    while (writing) {
      const [sum] = await unscoped().$queryRaw<{ kept: number; counted: number }[]>`
        SELECT (SELECT coalesce(sum(change), 0)::int FROM order_count_changes) AS kept,
          (SELECT count(*)::int FROM orders) AS counted`;
      expect(sum?.kept).toBe(sum?.counted);
    }
  };

  const others = [fold(), fold(), watch()];
  await Promise.all([write(), write(), write()]).finally(() => {
    writing = false;
  });
  await Promise.all(others);
  const { kept, counted } = await counts();
  expect(kept).toEqual(counted);
  expect(kept).toMatchObject([{ orders: 9 }, { orders: 9 }]);
});

test("folds to one row a count, then has nothing to do", async () => {
  await makeOrder(here);
  await makeOrder(here);
  await foldOrderCounts();
  const { kept, counted } = await counts();
  expect(await rows()).toBe(kept.length);
  expect(kept).toEqual(counted);
  expect(await foldOrderCounts()).toBe(0);
});
