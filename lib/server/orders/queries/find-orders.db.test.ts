import { beforeAll, describe, expect, test } from "vitest";
import { heldFilters } from "@/lib/schemas/unexecuted";
import { unexecutedOrders } from "../../dashboard/queries/unexecuted-orders";
import { unscoped } from "../../kernel/db";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../../testing/factories/basics";
import { makeOrder } from "../../testing/factories/orders";
import { makeVendorProduct, testSecret } from "../../testing/factories/vendors";
import { VendorSimulator } from "../../vendor-simulator/simulator";
import { cancelOrder } from "../commands/cancel-order";
import { deliverOrder } from "../commands/deliver-order";
import { executeOrder } from "../commands/execute-order";
import { findOrders } from "./find-orders";

let here: TestOrganization;
beforeAll(async () => {
  here = await makeOrganization();
});

/** Returns the codes of all pages of so many orders. */
async function found(input: object, limit = 2): Promise<string[]> {
  const codes: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await findOrders(here.as.operator, { ...input, limit, cursor });
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    codes.push(...page.rows.map(({ code }) => code));
    cursor = page.next;
  }
  return codes;
}

describe("what holds them", () => {
  test("finds the same orders as the dashboard, page by page", async () => {
    const vendor = await VendorSimulator.start(testSecret);
    const poor = await makeAccount(here, { creditLimit: "5" });
    const [manual, configured] = [
      await makeProduct(here, { nonAutomatic: true }),
      await makeProduct(here, { requiredConfiguration: ["Domain name"] }),
    ];
    const scarce = await makeVendorProduct(here, { endpoint: vendor.url({ stock: 1 }), preCheck: true });
    for (const _ of Array.from({ length: 3 })) {
      await makeOrder(here);
      await makeOrder(here, { accountId: poor.id });
      for (const { id } of [manual, configured])
        await makeOrder(here, { items: [{ productId: id, quantity: 1 }] });
      // Two of three orders that the vendor refused are still held by it; the third wants less now.
      const refused = await makeOrder(here, { items: [{ productId: scarce.id, quantity: 2 }] });
      expect((await executeOrder(here.as.operator, { code: refused.code })).ok).toBe(false);
    }
    await vendor.stop();
    for (const heldBy of heldFilters) {
      const { rows } = await unexecutedOrders(here.as.operator, { held: heldBy, limit: 100 });
      const expected = rows.map(({ code }) => code);
      expect((await found({ heldBy, sort: "date" })).toSorted(), heldBy).toEqual(expected.toSorted());
      for (const sort of ["number", "-total", "status", "updated"]) {
        expect((await found({ heldBy, sort })).toSorted(), `${heldBy} by ${sort}`).toEqual(
          expected.toSorted(),
        );
      }
    }
    expect((await found({ heldBy: "vendor" })).length).toBe(3);
  });

  test("finds an order by its code only if the gate holds it", async () => {
    const { code } = await makeOrder(here);
    expect(await found({ heldBy: "nothing", q: code })).toEqual([code]);
    expect(await found({ heldBy: "credit", q: code })).toEqual([]);
  });
});

describe("what changed since", () => {
  test("finds an order again after each change of it or of its sub-orders", async () => {
    const { code, items } = await makeOrder(here);
    const operator = here.as.operator;
    const asOf = async () => (await findOrders(operator, { q: code })).rows[0]?.updatedAt ?? "";
    const changes = [
      async () =>
        value(await deliverOrder(operator, { code, items: [{ itemId: items[0]?.id ?? "", quantity: 1 }] })),
      async () => value(await executeOrder(operator, { code: `${code}-1` })),
      async () => value(await cancelOrder(operator, { code })),
    ];
    for (const change of changes) {
      // An earlier change of the same millisecond would be found as well.
      await unscoped().order.updateMany({
        where: { organizationId: here.organizationId },
        data: { updatedAt: new Date(Date.now() - 60_000) },
      });
      const before = await asOf();
      await change();
      const after = await asOf();
      expect(after > before).toBe(true);
      expect(await found({ updatedSince: after })).toEqual([code]);
    }
  });

  test("reads on in the order of the changes", async () => {
    const times = (await findOrders(here.as.operator, { sort: "updated", limit: 100 })).rows.map(
      (row) => row.updatedAt,
    );
    expect(times.length).toBeGreaterThan(3);
    expect(times).toEqual(times.toSorted());
  });
});
