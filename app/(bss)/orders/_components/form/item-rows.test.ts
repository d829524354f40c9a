import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heldOf } from "@/lib/domain/format/read";
import type { ProductOption } from "@/lib/server/orders/queries/options";
import { itemOf, itemProblems, problemsLeft, rowOf, subscriptionCell, unreadCells } from "./item-rows";
import type { FormItem } from "./values";

const product = { id: "p1", name: "Mail Hosting", requiredConfiguration: ["Domain name"] } as ProductOption;
const item = (change: Partial<FormItem> = {}): FormItem => ({
  key: "k1",
  product,
  quantity: "2",
  unitPrice: "1.50",
  discountPercent: "0",
  itemType: "new",
  subscription: null,
  configuration: { "Domain name": "a.example" },
  ...change,
});
const typed = (from: FormItem, cells: Record<string, string>) => {
  const row = rowOf(from);
  return itemOf({ ...row, cells: { ...row.cells, ...cells } });
};

describe("an item as a row", () => {
  it("is the same again, object and value", () => {
    const text = fc.string();
    const any = fc.record({
      quantity: text,
      unitPrice: text,
      configuration: fc.dictionary(text, text, { maxKeys: 3 }),
    });
    fc.assert(
      fc.property(any, (change) => {
        const from = item(change);
        expect(rowOf(from)).toBe(rowOf(from));
        expect(itemOf(rowOf(from))).toBe(from);
        expect(typed(from, {})).toEqual(from);
      }),
      { numRuns: 30 },
    );
  });

  it("takes what is typed, and forgets a subscription that its type has no use for", () => {
    const subscription = { id: "s1", name: "Mail since May" };
    const cells = { itemType: "quantity_change", subscriptionId: subscriptionCell(subscription) };
    const changed = typed(item(), { ...cells, "configuration.Domain name": "b.example" });
    expect(changed).toMatchObject({ subscription, configuration: { "Domain name": "b.example" } });
    expect(typed(changed, { itemType: "new" }).subscription).toBeNull();
  });
});

describe("problems of items", () => {
  const problems = {
    name: "Too long.",
    "k1.quantity": "Too few.",
    "k1.configuration.Domain name": "No domain.",
  };

  it("stand in the cells that the server named", () => {
    expect(itemProblems(problems, [item()])).toEqual([
      { rowId: "k1", row: "Mail Hosting", column: "quantity", message: "Too few." },
      { rowId: "k1", row: "Mail Hosting", column: "configuration.Domain name", message: "No domain." },
    ]);
  });

  it("stand in cells with what is no number in the reader's notation", () => {
    const german = { locale: "de-DE", currency: "EUR" };
    const typedIn = item({ quantity: heldOf("1.000", german), unitPrice: heldOf("1.50", german) });
    expect(typedIn.quantity).toBe("1000");
    expect(unreadCells([typedIn], german)).toEqual([
      {
        rowId: "k1",
        row: "Mail Hosting",
        column: "unitPrice",
        message: "We can't read “1.50”. Write it like 1.234,56\u00a0€.",
      },
    ]);
  });

  it("go once their cell is typed into, or their row is gone", () => {
    const before = [item()];
    expect(problemsLeft(problems, before, before)).toBe(problems);
    const after = [typed(item(), { quantity: "3" })];
    expect(Object.keys(problemsLeft(problems, before, after))).toEqual([
      "name",
      "k1.configuration.Domain name",
    ]);
    expect(problemsLeft(problems, before, [])).toEqual({ name: "Too long." });
  });
});
