import { beforeAll, describe, expect, it } from "vitest";
import { localTime } from "@/lib/domain/values/day";
import { read } from "../../kernel/db";
import { NotFound } from "../../kernel/errors";
import {
  makeAccount,
  makeOrganization,
  makeProduct,
  type TestOrganization,
  value,
} from "../../testing/factories/basics";
import { cancelOrder } from "../commands/cancel-order";
import { createOrder } from "../commands/create-order";
import { deliverOrder } from "../commands/deliver-order";
import { editOrder } from "../commands/edit-order";
import { executeOrder } from "../commands/execute-order";
import { exportOrders } from "./export-orders";
import { getOrder } from "./get-order";
import { getOrderForm } from "./get-order-form";
import { orderInvoices, orderSubscriptions } from "./made";
import { accountOptions, productOptions, statusOptions, subscriptionOptions } from "./options";
import { orderHistory } from "./order-history";

let organization: TestOrganization;
let other: TestOrganization;
let account: { id: string; name: string };
let mail: { id: string; name: string };
let backup: { id: string; name: string };

beforeAll(async () => {
  organization = await makeOrganization();
  other = await makeOrganization();
  account = await makeAccount(organization, { name: "Northwind 50% _AG" });
  mail = await makeProduct(organization, { name: "Mail", price: "12.50", cost: "8.00" });
  backup = await makeProduct(organization, {
    name: "Backup",
    billingPeriod: "year",
    price: "120",
    requiredConfiguration: ["Region"],
    provisioningDriver: "manual",
  });
});

async function newOrder() {
  const items = [
    { productId: mail.id, quantity: 5 },
    { productId: backup.id, quantity: 1, discountPercent: "10", configuration: { Region: "eu" } },
  ];
  return value(await createOrder(organization.as.operator, { accountId: account.id, items })).code;
}

describe("getOrder", () => {
  it("tells all of a new order", async () => {
    const code = await newOrder();
    const order = await getOrder(organization.as.operator, code);
    expect(order).toMatchObject({
      code,
      primaryCode: code,
      isPrimary: true,
      name: `Northwind 50% _AG ${code}`,
      account: { id: account.id, name: account.name },
      status: { description: "Submitted" },
      progress: { executed: 0, all: 2 },
      heldBy: [],
      totals: { finalPrice: "204.60", net: "170.50", tax: "34.10", cost: "46.00", profit: "124.50" },
      may: { execute: true, overrideCredit: false, edit: true, cancel: true, deliver: true, create: true },
      execution: { total: "204.60", lines: 2, subscriptions: 2, tasks: 2, manualTasks: 1, subOrders: [] },
    });
    expect(order.items.map(({ description, remaining }) => [description, remaining])).toEqual([
      ["Mail", 5],
      ["Backup", 1],
    ]);
  });

  it("tells where the units of each item are, and a sub-order by itself", async () => {
    const ctx = organization.as.operator;
    const code = await newOrder();
    const [first] = (await getOrder(ctx, code)).items;
    const one = value(
      await deliverOrder(ctx, { code, items: [{ itemId: first?.id, quantity: 2 }] }),
    ).subOrderCode;
    const two = value(
      await deliverOrder(ctx, { code, items: [{ itemId: first?.id, quantity: 1 }] }),
    ).subOrderCode;
    value(await executeOrder(ctx, { code: one }));

    const primary = await getOrder(ctx, code);
    expect(primary.items[0]).toMatchObject({
      quantity: 5,
      executed: 2,
      remaining: 2,
      delivering: [{ code: two, quantity: 1 }],
    });
    expect(primary.tree.unitsLeft).toBe(3);
    expect(primary.tree.subOrders.map((row) => [row.code, row.status.description, row.total])).toEqual([
      [one, "Executed", "30.00"],
      [two, "Submitted", "15.00"],
    ]);
    expect(primary.execution).toMatchObject({ total: "174.60", lines: 3, subOrders: [two] });

    const subOrder = await getOrder(ctx, one);
    expect(subOrder.tree).toEqual(primary.tree);
    expect(subOrder).toMatchObject({
      isPrimary: false,
      primaryCode: code,
      progress: { executed: 1, all: 1 },
    });
    expect(subOrder.may).toEqual({
      execute: false,
      overrideCredit: false,
      edit: false,
      cancel: false,
      deliver: false,
      create: true,
      reverse: false,
    });
    expect((await orderInvoices(ctx, code)).map(({ orderCode, total }) => [orderCode, total])).toEqual([
      [one, "30.00"],
    ]);
    expect(await orderInvoices(ctx, two)).toEqual([]);
    expect(await orderSubscriptions(ctx, code)).toMatchObject([
      { description: "Mail", quantity: 2, changed: false },
    ]);
    expect(await orderSubscriptions(ctx, one)).toHaveLength(1);
    expect(await subscriptionOptions(ctx, { account: account.id, product: mail.id })).toMatchObject([
      { name: expect.stringMatching(/ \(\d+\)$/) },
    ]);
  });

  it("offers each role what it may do", async () => {
    const code = await newOrder();
    const may = { execute: false, edit: false, cancel: false, deliver: false, create: false };
    expect(await getOrder(organization.as.manager, code)).toMatchObject({ may, execution: null });
    await expect(getOrder(organization.as.customer, code)).rejects.toThrow("order:read");
  });

  it("is not there for another organization, nor under a code that is none", async () => {
    const code = await newOrder();
    for (const read of [getOrder, getOrderForm]) {
      await expect(read(other.as.administrator, code)).rejects.toThrow(NotFound);
      await expect(read(organization.as.manager, "1042; DROP")).rejects.toThrow(NotFound);
      await expect(read(organization.as.manager, "999999999999999999")).rejects.toThrow(NotFound);
    }
    expect((await orderHistory(other.as.administrator, { code })).entries).toEqual([]);
    expect(await orderInvoices(other.as.administrator, code)).toEqual([]);
    expect(await orderSubscriptions(other.as.administrator, code)).toEqual([]);
  });
});

describe("orderHistory", () => {
  it("tells a primary's story with its sub-orders', page by page", async () => {
    const ctx = organization.as.operator;
    const code = await newOrder();
    const [first] = (await getOrder(ctx, code)).items;
    const sub = value(
      await deliverOrder(ctx, { code, items: [{ itemId: first?.id, quantity: 2 }] }),
    ).subOrderCode;
    value(await cancelOrder(ctx, { code: sub, comment: "Wrong one" }));

    const all = (await orderHistory(organization.as.manager, { code })).entries;
    expect(all.map((entry) => `${entry.code} ${entry.kind}`).toSorted()).toEqual(
      [
        `${code} order.created`,
        `${code} order.delivered`,
        `${code} order.returned`,
        `${sub} order.created`,
        `${sub} order.cancelled`,
      ].toSorted(),
    );
    const paged = [];
    for (let before: string | null | undefined; before !== null; ) {
      const page = await orderHistory(ctx, { code, before, limit: 2 });
      paged.push(...page.entries);
      before = page.earlier;
    }
    expect(paged).toEqual(all);
    expect((await orderHistory(ctx, { code: sub })).entries.every((entry) => entry.code === sub)).toBe(true);
    expect(all.find(({ kind }) => kind === "order.cancelled")).toMatchObject({
      comment: "Wrong one",
      statusLabel: "Canceled",
      actor: { type: "user", name: ctx.actor.name },
    });
    await expect(orderHistory(organization.as.customer, { code })).rejects.toThrow("order:read");
  });
});

describe("getOrderForm", () => {
  it("gives back what the edit takes, and says when products are locked", async () => {
    const ctx = organization.as.operator;
    const code = await newOrder();
    const form = await getOrderForm(ctx, code);
    expect(form.productsLocked).toBeNull();
    const items = form.items.map(({ id, product, quantity, unitPrice, discountPercent, configuration }) => ({
      id,
      productId: product.id,
      quantity,
      unitPrice,
      discountPercent,
      configuration,
    }));
    value(await editOrder(ctx, { code, version: form.version, name: form.name, items }));
    expect(await getOrderForm(ctx, code)).toEqual({ ...form, version: form.version + 1 });

    const [first] = form.items;
    const sub = value(
      await deliverOrder(ctx, { code, items: [{ itemId: first?.id, quantity: 2 }] }),
    ).subOrderCode;
    expect((await getOrderForm(ctx, code)).productsLocked).toMatch(/Delivery has begun/);
    expect((await getOrderForm(ctx, sub)).productsLocked).toMatch(`sub-order of ${code}`);
    value(await cancelOrder(ctx, { code }));
    expect((await getOrderForm(ctx, code)).refusal).toMatch(/canceled/);
  });
});

describe("options", () => {
  it("finds active accounts and products by what is typed, in this organization only", async () => {
    const ctx = organization.as.operator;
    expect(await accountOptions(ctx, { q: "50% _a" })).toMatchObject([
      { name: account.name, billingTo: { id: account.id } },
    ]);
    expect(await accountOptions(ctx, { q: "50% %AG_G" })).toEqual([]);
    expect(await productOptions(ctx, { q: "BACK" })).toMatchObject([
      { name: "Backup", price: "120.00", requiredConfiguration: ["Region"] },
    ]);
    expect(await accountOptions(other.as.operator, { q: "north" })).toEqual([]);
    await read(ctx).product.updateMany({ where: { id: mail.id }, data: { active: false } });
    expect(await productOptions(ctx, {})).toHaveLength(1);
    await read(ctx).product.updateMany({ where: { id: mail.id }, data: { active: true } });
  });

  it("offers the statuses that users may set, by No.", async () => {
    const offered = await statusOptions(organization.as.operator);
    expect(offered.map(({ description }) => description)).toEqual(["Submitted", "Executed", "Canceled"]);
    await expect(statusOptions(organization.as.customer)).rejects.toThrow("order-status:read");
  });
});

describe("exportOrders", () => {
  it("writes the whole filtered list, and no formulas", async () => {
    const evil = await makeAccount(organization, { name: '=HYPERLINK("x"), Ltd' });
    for (const _ of [1, 2]) {
      value(
        await createOrder(organization.as.operator, {
          accountId: evil.id,
          items: [{ productId: mail.id, quantity: 1 }],
        }),
      );
    }
    const reader = { ...organization.as.manager, timeZone: "America/New_York" };
    let csv = "";
    for await (const chunk of await exportOrders(reader, { account: evil.id, sort: "-number" })) csv += chunk;
    const [heading, ...lines] = csv.trim().split("\r\n");
    expect(heading).toBe(
      "Order,Name,Account,Account code,Billing to,Source,Order date (America/New_York),Status,Execution date,Items executed,Items,Net,Tax,Total,Currency",
    );
    expect(lines).toHaveLength(2);
    const stored = await read(reader).order.findFirstOrThrow({
      where: { accountId: evil.id },
      orderBy: { number: "desc" },
    });
    const text = `"'=HYPERLINK(""x""), Ltd"`;
    const name = `"'=HYPERLINK(""x""), Ltd ${stored.code}"`;
    const date = localTime(stored.orderDate, "America/New_York");
    const totals = [stored.netTotal, stored.taxTotal, stored.finalPrice].map((amount) => amount.toFixed(2));
    expect(lines[0]).toBe(
      `${stored.code},${name},${text},${evil.code},${text},BSS,${date},Submitted,,0,1,${totals.join(",")},EUR`,
    );
    await expect(exportOrders(organization.as.customer, {})).rejects.toThrow("order:read");
  });
});
