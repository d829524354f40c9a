import { beforeAll, describe, expect, test } from "vitest";
import { localDay } from "@/lib/domain/values/day";
import type { EditOrderInput } from "@/lib/schemas/orders";
import { schedulerCtx } from "../../kernel/ctx";
import { read } from "../../kernel/db";
import { Conflict, Forbidden, NotFound } from "../../kernel/errors";
import { executeScheduled } from "../../scheduling/commands/execute-scheduled";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../../testing/factories/basics";
import { makeOrder, storedOrder } from "../../testing/factories/orders";
import { makeScheduledOrder } from "../../testing/factories/scheduling";
import { deliverOrder } from "./deliver-order";
import { editOrder, previewEdit } from "./edit-order";
import { executeOrder } from "./execute-order";
import { setOrderStatus } from "./set-order-status";

let here: TestOrganization;
beforeAll(async () => {
  here = await makeOrganization();
});

type Stored = Awaited<ReturnType<typeof storedOrder>>;
const stored = (code: string) => storedOrder(here.as.operator, code);

/** Returns what the form sends when the user changes nothing. */
function untouched(order: Stored): EditOrderInput & { items: NonNullable<EditOrderInput["items"]> } {
  return {
    code: order.code,
    version: order.version,
    name: order.name,
    note: order.note,
    items: order.items.map((item) => ({
      id: item.id,
      productId: item.productId,
      quantity: item.quantity,
      unitPrice: String(item.unitPrice),
      discountPercent: String(item.discountPercent),
      configuration: item.configuration as Record<string, string>,
    })),
  };
}

describe("an open order", () => {
  test("takes other items, quantities and prices, and totals them anew", async () => {
    const order = await makeOrder(here);
    const product = await makeProduct(here, { price: "5" });
    const { items, ...rest } = untouched(order);
    const kept = { ...(items[0] ?? { productId: "", quantity: 1 }), quantity: 3, unitPrice: "7.00" };
    value(
      await editOrder(here.as.operator, {
        ...rest,
        name: "Renamed",
        items: [kept, { productId: product.id, quantity: 2 }],
      }),
    );
    const after = await stored(order.code);
    expect(after).toMatchObject({ name: "Renamed", version: order.version + 1, itemCount: 2 });
    expect(after.items.map(({ quantity, unitPrice }) => [quantity, String(unitPrice)])).toEqual([
      [3, "7"],
      [2, "5"],
    ]);
    expect(String(after.netTotal)).toBe("31");
    expect(after.history.at(-1)).toMatchObject({
      kind: "order.edited",
      before: { name: order.name },
      after: { name: "Renamed" },
    });
  });

  test("saved by somebody else in between is a conflict, and nothing is overwritten", async () => {
    const order = await makeOrder(here);
    value(await editOrder(here.as.operator, { ...untouched(order), note: "first" }));
    await expect(editOrder(here.as.operator, { ...untouched(order), note: "second" })).rejects.toThrow(
      Conflict,
    );
    expect((await stored(order.code)).note).toBe("first");
  });

  test("two at once: one saves", async () => {
    const order = await makeOrder(here);
    const results = await Promise.allSettled(
      ["a", "b", "c"].map((note) => editOrder(here.as.operator, { ...untouched(order), note })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("keeps at least one product, of this organization", async () => {
    const order = await makeOrder(here);
    await expect(editOrder(here.as.operator, { ...untouched(order), items: [] })).rejects.toThrow(
      /at least one/,
    );
    const there = await makeOrganization();
    const foreign = await makeProduct(there);
    const result = await editOrder(here.as.operator, {
      ...untouched(order),
      items: [{ productId: foreign.id, quantity: 1 }],
    });
    expect(result).toMatchObject({
      refusal: { reason: "invalid_input", problems: [{ path: "items.0.productId" }] },
    });
  });

  test("takes no item of another order", async () => {
    const [order, other] = [await makeOrder(here), await makeOrder(here)];
    const items = untouched(other).items;
    expect(await editOrder(here.as.operator, { ...untouched(order), items })).toMatchObject({
      refusal: { reason: "unknown_item" },
    });
  });
});

describe("an item that stays", () => {
  test("changes only a subscription of its own account and product, and is a trial only where it can be", async () => {
    const other = await makeOrder(here, { statusId: here.statuses.Executed });
    const there = await makeOrganization();
    const foreign = await makeOrder(there, { statusId: there.statuses.Executed });
    const asset = await makeProduct(here, { type: "asset", billingPeriod: "once" });
    const order = await makeOrder(here, { items: [{ productId: asset.id, quantity: 1 }] });
    const given = untouched(order);
    const change = (fields: object) =>
      editOrder(here.as.operator, { ...given, items: given.items.map((item) => ({ ...item, ...fields })) });
    for (const subscriptionId of [other.subscriptions[0]?.id, foreign.subscriptions[0]?.id]) {
      expect(await change({ itemType: "quantity_change", subscriptionId })).toMatchObject({
        refusal: { reason: "invalid_input", problems: [{ path: "items.0.subscriptionId" }] },
      });
    }
    expect(await change({ itemType: "trial" })).toMatchObject({
      refusal: { problems: [{ path: "items.0.itemType" }] },
    });
    expect(await change({ quantity: 1_000_000, unitPrice: "999999999999000" })).toMatchObject({
      refusal: { problems: [{ path: "items.0.quantity" }] },
    });
  });
});

describe("once delivery has begun", () => {
  test("products and quantities stay; name and note change", async () => {
    const order = await makeOrder(here);
    value(
      await deliverOrder(here.as.operator, {
        code: order.code,
        items: [{ itemId: order.items[0]?.id ?? "", quantity: 1 }],
      }),
    );
    const now = await stored(order.code);
    const { items, ...rest } = untouched(now);
    const more = items.map((item) => ({ ...item, quantity: 9 }));
    expect(await editOrder(here.as.operator, { ...rest, items: more })).toMatchObject({
      refusal: { reason: "delivery_started" },
    });
    expect((await editOrder(here.as.operator, { ...rest, items, note: "by the back door" })).ok).toBe(true);
    const account = await makeAccount(here);
    const again = { ...untouched(await stored(order.code)), billingToId: account.id };
    expect(await editOrder(here.as.operator, again)).toMatchObject({
      refusal: { reason: "delivery_started" },
    });
  });

  test("a sub-order held by configuration is cleared there, and executes", async () => {
    const product = await makeProduct(here, { requiredConfiguration: ["Domain"] });
    const { code, items } = await makeOrder(here, { items: [{ productId: product.id, quantity: 1 }] });
    const { subOrderCode } = value(
      await deliverOrder(here.as.operator, { code, items: [{ itemId: items[0]?.id ?? "", quantity: 1 }] }),
    );
    expect((await executeOrder(here.as.operator, { code: subOrderCode })).ok).toBe(false);
    const subOrder = untouched(await stored(subOrderCode));
    const filled = subOrder.items.map((item) => ({ ...item, configuration: { Domain: "acme.example" } }));
    value(await editOrder(here.as.operator, { ...subOrder, items: filled }));
    expect(value(await executeOrder(here.as.operator, { code: subOrderCode })).primaryExecuted).toBe(true);
  });
});

test("an executed order is not edited", async () => {
  const order = await makeOrder(here, { statusId: here.statuses.Executed });
  expect(await editOrder(here.as.operator, untouched(order))).toMatchObject({
    refusal: { reason: "already_executed" },
  });
});

test("a manager may not edit, and another organization sees no such order", async () => {
  const order = await makeOrder(here);
  await expect(editOrder(here.as.manager, untouched(order))).rejects.toThrow(Forbidden);
  const there = await makeOrganization();
  await expect(editOrder(there.as.administrator, untouched(order))).rejects.toThrow(NotFound);
});

describe("an edit that ends its order", () => {
  let denial = "";
  beforeAll(async () => {
    const status = await read(here.as.operator).orderStatus.create({
      data: {
        organizationId: here.organizationId,
        no: 21,
        description: "Canceled - Denial",
        type: "cancelled",
        storefrontType: "viewable",
        color: "#aa0000",
      },
    });
    denial = status.id;
  });
  const orderOfOne = async () =>
    makeOrder(here, { items: [{ productId: (await makeProduct(here)).id, quantity: 1 }] });
  const more = (order: Stored) => untouched(order).items.map((item) => ({ ...item, quantity: 3 }));

  test("as Canceled - Denial saves what was typed and cancels, with the comment", async () => {
    const order = await orderOfOne();
    const input = { ...untouched(order), items: more(order), statusId: denial, comment: "No budget" };
    expect(value(await editOrder(here.as.operator, input))).toEqual({ code: order.code, notExecuted: null });
    const after = await stored(order.code);
    expect(after).toMatchObject({ status: { description: "Canceled - Denial" }, items: [{ quantity: 3 }] });
    expect(after.history.slice(-2)).toMatchObject([
      { kind: "order.edited", after: { items: [{ quantity: 3 }] } },
      { kind: "order.cancelled", comment: "No budget", after: { status: "Canceled - Denial" } },
    ]);
  });

  test("and changes nothing else leaves no entry of an edit", async () => {
    const order = await orderOfOne();
    value(await editOrder(here.as.operator, { ...untouched(order), statusId: here.statuses.Canceled }));
    expect((await stored(order.code)).history.map(({ kind }) => kind)).toEqual([
      "order.created",
      "order.cancelled",
    ]);
  });

  test("as Executed executes the order as edited, from the start date, once for all requests of one key", async () => {
    const order = await orderOfOne();
    const input = {
      ...untouched(order),
      items: more(order),
      statusId: here.statuses.Executed,
      startDate: localDay(new Date(Date.now() + 86_400_000), "UTC"),
      idempotencyKey: `edit-${order.code}`,
    };
    const [first, again] = [
      value(await editOrder(here.as.operator, input)),
      value(await editOrder(here.as.operator, { ...input, version: order.version + 5 })),
    ];
    expect(first).toEqual({ code: order.code, notExecuted: null });
    expect(again).toEqual(first);
    const after = await stored(order.code);
    expect(after).toMatchObject({ status: { description: "Executed" }, subscriptions: [{ quantity: 3 }] });
    expect(after.invoices).toHaveLength(1);
    expect(after.subscriptions[0]?.startDate.toISOString().slice(0, 10)).toBe(input.startDate);
  });

  test("keeps the edit and the status where a gate refuses the execution, with the reasons", async () => {
    const product = await makeProduct(here, { requiredConfiguration: ["Domain"] });
    const order = await makeOrder(here, { items: [{ productId: product.id, quantity: 1 }] });
    const input = { ...untouched(order), items: more(order), statusId: here.statuses.Executed };
    expect(value(await editOrder(here.as.operator, input)).notExecuted).toMatchObject({
      reason: "held",
      gates: [{ gate: "configuration" }],
    });
    expect(await stored(order.code)).toMatchObject({
      status: { description: "Submitted" },
      items: [{ quantity: 3 }],
      invoices: [],
      lastRefusal: [{ gate: "configuration" }],
    });
  });

  test("is shown before it is done, as the order would be, and changes nothing", async () => {
    const order = await orderOfOne();
    const input = { ...untouched(order), items: more(order), statusId: here.statuses.Executed };
    const single = value(await previewEdit(here.as.operator, untouched(order)));
    const shown = value(await previewEdit(here.as.operator, input));
    expect(Number(shown.execution?.total)).toBe(3 * Number(single.execution?.total));
    expect(shown).toMatchObject({ code: order.code, version: order.version, items: [{ quantity: 3 }] });
    expect(await stored(order.code)).toMatchObject({ version: order.version, items: [{ quantity: 1 }] });
  });

  test("takes the permission of what it does", async () => {
    const order = await orderOfOne();
    const withCredit = { ...untouched(order), overrideCredit: { reason: "Agreed" } };
    await expect(editOrder(here.as.operator, withCredit)).rejects.toThrow(Forbidden);
  });

  test.each(["Draft", "Scheduled", "Canceled by Reseller"])("is not one to %s", async (name) => {
    const order = await orderOfOne();
    const input = { ...untouched(order), statusId: here.statuses[name] };
    expect(await editOrder(here.as.operator, input)).toMatchObject({
      refusal: { reason: "status_not_settable", status: name },
    });
  });
});

describe("setting a status", () => {
  test("of Type In progress moves the order, Executed executes it, Canceled cancels it", async () => {
    const waiting = await read(here.as.operator).orderStatus.create({
      data: {
        organizationId: here.organizationId,
        no: 20,
        description: "Awaiting documents",
        type: "in_progress",
        storefrontType: "viewable",
        color: "#123456",
      },
    });
    const { code } = await makeOrder(here);
    value(await setOrderStatus(here.as.operator, { code, statusId: waiting.id }));
    expect(await stored(code)).toMatchObject({
      status: { description: "Awaiting documents" },
      history: [
        {},
        {
          kind: "order.status_changed",
          before: { status: "Submitted" },
          after: { status: "Awaiting documents" },
        },
      ],
    });
    const execution = { code, statusId: here.statuses.Executed ?? "", comment: "Agreed by phone" };
    value(await setOrderStatus(here.as.operator, execution));
    const executed = await stored(code);
    expect(executed).toMatchObject({ status: { description: "Executed" }, invoices: [{}] });
    expect(executed.history.at(-1)).toMatchObject({ kind: "order.executed", comment: "Agreed by phone" });
    const other = await makeOrder(here);
    value(
      await setOrderStatus(here.as.operator, { code: other.code, statusId: here.statuses.Canceled ?? "" }),
    );
    expect((await stored(other.code)).status.description).toBe("Canceled");
  });

  test.each(["Submitted", "Executed", "Canceled"])(
    "to %s of an order that was changed since it was seen is a conflict, and changes nothing",
    async (name) => {
      const { code } = await makeOrder(here);
      const { version } = await stored(code);
      value(await editOrder(here.as.administrator, { ...untouched(await stored(code)), note: "By 9 am" }));
      const input = { code, version, statusId: here.statuses[name] ?? "" };
      await expect(setOrderStatus(here.as.operator, input)).rejects.toThrow(Conflict);
      expect(await stored(code)).toMatchObject({ status: { description: "Submitted" }, invoices: [] });
    },
  );

  test.each([
    ["Pending Reseller Approval", "held", "waits_for_approval"],
    ["Scheduled", "scheduler_has_it", "scheduler_has_it"],
  ])("an order that is %s is not taken from who has it", async (name, moving, editing) => {
    const order = await makeOrder(here);
    const { id, type, storefrontType } = await read(here.as.operator).orderStatus.findFirstOrThrow({
      where: { description: name },
    });
    const moved = { statusId: id, statusType: type, statusStorefrontType: storefrontType };
    await read(here.as.operator).order.updateMany({ where: { id: order.id }, data: moved });
    const statusId = here.statuses.Submitted ?? "";
    expect(await setOrderStatus(here.as.operator, { code: order.code, statusId })).toMatchObject({
      refusal: { reason: moving },
    });
    const edited = await editOrder(here.as.operator, { ...untouched(order), statusId });
    expect(edited).toMatchObject({ refusal: { reason: editing } });
  });

  test.each(["Draft", "Pending Reseller Approval", "Canceled by Reseller", "Executing", "Scheduled"])(
    "%s is refused: users do not set it",
    async (name) => {
      const { code } = await makeOrder(here);
      const result = await setOrderStatus(here.as.operator, { code, statusId: here.statuses[name] ?? "" });
      expect(result).toMatchObject({ ok: false, refusal: { reason: "status_not_settable", status: name } });
    },
  );
});

describe("a scheduled order", () => {
  test("takes what can wait for its day, and a discount, which stays on the day", async () => {
    const product = await makeProduct(here, { price: "5" });
    const scheduled = await makeScheduledOrder(here, { items: [{ productId: product.id, quantity: 1 }] });
    const { items, ...rest } = untouched(scheduled);
    const [first = { productId: product.id, quantity: 1 }] = items;
    const other = { productId: product.id, quantity: 2, unitPrice: "5.00" };
    value(
      await editOrder(here.as.operator, { ...rest, items: [{ ...first, discountPercent: "50" }, other] }),
    );

    const now = new Date(Date.now() + 3 * 86_400_000);
    await read(here.as.operator).product.updateMany({ where: { id: product.id }, data: { price: "10" } });
    const run = executeScheduled(
      schedulerCtx(here.organizationId, now),
      { code: scheduled.code },
      { clock: () => now },
    );
    expect(value(await run)).toBe("executed");
    const { items: after } = await stored(scheduled.code);
    expect(
      after.map(({ unitPrice, discountPercent }) => [String(unitPrice), String(discountPercent)]),
    ).toEqual([
      ["10", "50"],
      ["10", "0"],
    ]);
  });

  test("takes no trial, no quantity change and nothing that a person executes", async () => {
    const scheduled = await makeScheduledOrder(here);
    const { items, ...rest } = untouched(scheduled);
    const [trial, byHand] = [await makeProduct(here), await makeProduct(here, { nonAutomatic: true })];
    const owned = await makeOrder(here, { accountId: scheduled.accountId, statusId: here.statuses.Executed });
    const [subscription] = owned.subscriptions;
    for (const added of [
      { productId: trial.id, quantity: 1, itemType: "trial" as const },
      { productId: byHand.id, quantity: 1 },
      {
        productId: subscription?.productId ?? "",
        quantity: 1,
        itemType: "quantity_change" as const,
        subscriptionId: subscription?.id,
      },
    ]) {
      expect(await editOrder(here.as.operator, { ...rest, items: [...items, added] })).toMatchObject({
        refusal: { reason: "not_schedulable", items: [{}] },
      });
    }
    const [first, ...others] = items;
    const changed = { ...first, productId: first?.productId ?? "", quantity: 1, itemType: "trial" as const };
    expect(await editOrder(here.as.operator, { ...rest, items: [changed, ...others] })).toMatchObject({
      refusal: { reason: "not_schedulable", items: [{ why: "trial" }] },
    });
    expect((await stored(scheduled.code)).version).toBe(scheduled.version);
  });

  test("takes no unit price by hand, which the list's would replace on the day", async () => {
    const scheduled = await makeScheduledOrder(here);
    const { items, ...rest } = untouched(scheduled);
    const [first, ...others] = items;
    const agreed = { ...first, productId: first?.productId ?? "", quantity: 1, unitPrice: "1" };
    for (const edited of [
      [agreed, ...others],
      [...items, { ...agreed, id: undefined }],
    ]) {
      expect(await editOrder(here.as.operator, { ...rest, items: edited })).toMatchObject({
        refusal: { reason: "priced_on_the_day", products: [expect.any(String)] },
      });
    }
    expect((await stored(scheduled.code)).version).toBe(scheduled.version);
  });

  test("is still edited where a product has become one that a person executes", async () => {
    const product = await makeProduct(here);
    const scheduled = await makeScheduledOrder(here, { items: [{ productId: product.id, quantity: 1 }] });
    await read(here.as.operator).product.updateMany({
      where: { id: product.id },
      data: { nonAutomatic: true },
    });
    value(await editOrder(here.as.operator, { ...untouched(scheduled), note: "Call first" }));
  });
});
