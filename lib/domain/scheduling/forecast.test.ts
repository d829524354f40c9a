import { describe, expect, test } from "vitest";
import { anItem, aTree, parties, unlimited } from "../order/tree/tree.test-data";
import { systemCombinations } from "../order-status/system-statuses";
import { amount } from "../values/money";
import { forecast } from "./forecast";

const scheduled = (id: string, item: Parameters<typeof anItem>[0] = {}) =>
  aTree({ id, status: systemCombinations.scheduled, items: [anItem({ id: `item of ${id}`, ...item })] });
const owing = (limit: string) => ({ ...unlimited, credit: { limit: amount(limit), outstanding: amount(0) } });
const at = (unitPrice: string) =>
  new Map([["product", { unitPrice: amount(unitPrice), unitCost: amount(6), taxRate: amount(20) }]]);
const asListed = at("10");

describe("a scheduled order", () => {
  test("is expected to be executed if nothing holds it", () => {
    const result = forecast([{ tree: scheduled("a"), ...parties() }], asListed);
    expect(result.get("a")).toEqual({ gates: [], price: null });
  });

  test("meets the credit that those due before it leave", () => {
    const billingTo = owing("30");
    const orders = ["a", "b", "c"].map((id) => ({ tree: scheduled(id), billingTo, inactive: [] }));
    const result = forecast(orders, asListed);
    expect([result.get("a")?.gates, result.get("b")?.gates]).toEqual([[], []]);
    expect(result.get("c")?.gates).toMatchObject([{ gate: "credit", available: "6.00", missing: "6.00" }]);
  });

  test("leaves its credit to the next if it fails", () => {
    const payer = { ...parties(), billingTo: owing("20") };
    const orders = [
      { tree: scheduled("too dear", { quantity: 9 }), ...payer },
      { tree: scheduled("small"), ...payer },
    ];
    const result = forecast(orders, asListed);
    expect(result.get("too dear")?.gates).toMatchObject([{ gate: "credit" }]);
    expect(result.get("small")?.gates).toEqual([]);
  });

  test("uses what was paid for it, which those due before it leave alone", () => {
    const { credit, ...account } = owing("12");
    const billingTo = { ...account, credit: { ...credit, reserved: new Map([["c", amount("12")]]) } };
    const orders = ["a", "b", "c"].map((id) => ({ tree: scheduled(id), ...parties(), billingTo }));
    const result = forecast(orders, asListed);
    expect([result.get("a")?.gates, result.get("c")?.gates]).toEqual([[], []]);
    expect(result.get("b")?.gates).toMatchObject([{ gate: "credit", available: "0.00", missing: "12.00" }]);
  });

  test("does not wait for another account's", () => {
    const orders = ["a", "b"].map((id) => ({
      tree: scheduled(id),
      ...parties(),
      billingTo: { ...owing("12"), id },
    }));
    expect([...forecast(orders, asListed).values()].flatMap(({ gates }) => gates)).toEqual([]);
  });

  test("gets the price of the list, and may fail by it", () => {
    const result = forecast([{ tree: scheduled("a"), ...parties(), billingTo: owing("12") }], at("11"));
    expect(result.get("a")).toMatchObject({ gates: [{ gate: "credit", missing: "1.20" }] });
    expect(result.get("a")?.price?.after.toFixed()).toBe("13.2");
  });

  test("would fail if its account is not active, and leaves its credit to the next", () => {
    const billingTo = owing("12");
    const inactive = [{ id: "fjord", name: "Fjord", as: "account" as const }];
    const orders = [
      { tree: scheduled("a"), billingTo, inactive },
      { tree: scheduled("b"), billingTo, inactive: [] },
    ];
    const result = forecast(orders, asListed);
    expect(result.get("a")?.gates).toEqual([{ gate: "inactive_account", accounts: inactive }]);
    expect(result.get("b")?.gates).toEqual([]);
  });

  test("would fail if a product is no longer sold", () => {
    const result = forecast([{ tree: scheduled("a", { sold: false }), ...parties() }], new Map());
    expect(result.get("a")?.gates).toMatchObject([{ gate: "not_sold", items: [{ description: "Product" }] }]);
  });
});
