import { describe, expect, it } from "vitest";
import { gatesOf } from "@/lib/domain/order/moves/execution";
import { loadCredit } from "../../billing/credit";
import { read } from "../../kernel/db";
import { makeAccount, makeOrganization, makeProduct, value } from "../../testing/factories/basics";
import { cancelOrder } from "../commands/cancel-order";
import { createOrder } from "../commands/create-order";
import { deliverOrder } from "../commands/deliver-order";
import { loadOrder } from "../tree/load";
import { partiesOf } from "../tree/trees";
import { heldByOf } from "./held-by";

async function world() {
  const organization = await makeOrganization();
  const ctx = organization.as.operator;
  const poor = await makeAccount(organization, { creditLimit: "15.00" });
  const rich = await makeAccount(organization);
  const plain = await makeProduct(organization);
  const configured = await makeProduct(organization, { requiredConfiguration: ["Domain", "Tenant"] });
  const manual = await makeProduct(organization, { nonAutomatic: true });
  const order = async (accountId: string, items: { productId: string; quantity: number }[]) => {
    const { code } = value(await createOrder(ctx, { accountId, items }));
    return idOf(code);
  };
  const idOf = async (code: string) =>
    (await read(ctx).order.findFirstOrThrow({ where: { code }, select: { id: true, code: true } })).id;
  return { organization, ctx, poor, rich, plain, configured, manual, order, idOf };
}

describe("heldByOf", () => {
  it("tells the gates of many orders, each as its own page does", async () => {
    const { organization, ctx, poor, rich, plain, configured, manual, order } = await world();
    const free = await order(rich.id, [{ productId: plain.id, quantity: 1 }]);
    const tooDear = await order(poor.id, [{ productId: plain.id, quantity: 2 }]);
    const incomplete = await order(rich.id, [{ productId: configured.id, quantity: 1 }]);
    const everything = await order(poor.id, [
      { productId: configured.id, quantity: 1 },
      { productId: manual.id, quantity: 3 },
    ]);

    const ids = [free, tooDear, incomplete, everything];
    const held = await heldByOf(organization.as.manager, ids);
    expect(ids.map((id) => held.get(id)?.map(({ gate }) => gate))).toEqual([
      [],
      ["credit"],
      ["configuration"],
      ["configuration", "credit", "non_automatic"],
    ]);
    for (const id of ids) {
      const { code } = await read(ctx).order.findFirstOrThrow({ where: { id }, select: { code: true } });
      const { tree, part, row } = await loadOrder(read(ctx), ctx, code);
      const credit = await loadCredit(read(ctx), ctx, row.billingTo.id);
      expect(held.get(id)).toEqual(gatesOf(tree, part, partiesOf(row, credit)));
    }
  });

  it("holds a primary by what is left of it and its open sub-orders, a sub-order by itself", async () => {
    const { ctx, poor, plain, configured, idOf } = await world();
    const items = [
      { productId: plain.id, quantity: 2 },
      { productId: configured.id, quantity: 1 },
    ];
    const { code } = value(await createOrder(ctx, { accountId: poor.id, items }));
    const primary = await idOf(code);
    const rows = await read(ctx).orderItem.findMany({
      where: { orderId: primary },
      orderBy: { position: "asc" },
      select: { id: true },
    });
    const delivered = await deliverOrder(ctx, { code, items: [{ itemId: rows[0]?.id, quantity: 1 }] });
    const subOrder = await idOf(value(delivered).subOrderCode);

    const held = await heldByOf(ctx, [primary, subOrder]);
    expect(held.get(primary)?.map(({ gate }) => gate)).toEqual(["configuration", "credit"]);
    expect(held.get(subOrder)).toEqual([]);
  });

  it("tells nothing of final orders and of other organizations", async () => {
    const { ctx, poor, plain, order } = await world();
    const id = await order(poor.id, [{ productId: plain.id, quantity: 5 }]);
    const other = await makeOrganization();
    expect(await heldByOf(other.as.administrator, [id])).toEqual(new Map([[id, []]]));

    const { code } = await read(ctx).order.findFirstOrThrow({ where: { id }, select: { code: true } });
    value(await cancelOrder(ctx, { code }));
    expect(await heldByOf(ctx, [id])).toEqual(new Map([[id, []]]));
    expect(await heldByOf(ctx, [])).toEqual(new Map());
  });
});
