import { describe, expect, it } from "vitest";
import {
  extended,
  refreshed,
  stillThere,
  type UnexecutedAnswer,
  type UnexecutedList,
  withoutLeft,
} from "./unexecuted-list";

const order = (n: number) => ({
  id: `id-${n}`,
  code: String(1000 + n),
  name: `Order ${n}`,
  account: "Northwind",
  source: "bss" as const,
  orderDate: `2026-11-${String(n).padStart(2, "0")}T08:00:00.000Z`,
  items: 2,
  executedItems: 0,
  total: "10.00",
  currency: "EUR",
  heldBy: [],
});
const list = (...numbers: number[]): UnexecutedList => ({
  rows: numbers.map(order),
  nextCursor: null,
  count: numbers.length,
});
const answer = (numbers: number[], outcomes: UnexecutedAnswer["outcomes"] = []): UnexecutedAnswer => ({
  rows: numbers.map(order),
  nextCursor: null,
  count: numbers.length,
  outcomes,
});
const outcome = (n: number, status: string) => ({
  id: `id-${n}`,
  code: String(1000 + n),
  status,
  outcome: "executed" as const,
});
const codes = (shown: UnexecutedList) =>
  shown.rows.map((row) => `${row.code}${row.left ? " left" : row.arrived ? " arrived" : ""}`);

describe("refreshed", () => {
  it("keeps a row that left in its place for a moment, and says so", () => {
    const after = refreshed(list(1, 2, 3), answer([1, 3], [outcome(2, "Executed")]), ["id-2"]);
    expect(codes(after.list)).toEqual(["1001", "1002 left", "1003"]);
    expect(after.list.count).toBe(2);
    expect(after.news).toBe("Order 1002 left: executed");
    expect(codes(withoutLeft(after.list, ["id-2", "id-1"]))).toEqual(["1001", "1003"]);
  });

  it("tells of each leaving once", () => {
    const first = refreshed(list(1, 2), answer([1], [outcome(2, "Executed")]), ["id-2"]);
    const second = refreshed(first.list, answer([1]), ["id-9"]);
    expect(codes(second.list)).toEqual(["1001", "1002 left"]);
    expect(second.news).toBe("");
  });

  it("drops without a word what is only no longer in sight", () => {
    const after = refreshed(list(2, 3), answer([1, 2]), ["id-1"]);
    expect(codes(after.list)).toEqual(["1001 arrived", "1002"]);
    expect(after.news).toBe("New order 1001 of Northwind");
  });

  it("does not call new what moved up into sight", () => {
    const after = refreshed(list(1, 2), answer([2, 3], [outcome(1, "Canceled - Denial")]), ["id-1"]);
    expect(codes(after.list)).toEqual(["1001 left", "1002", "1003"]);
    expect(after.news).toBe("Order 1001 left: canceled - denial");
  });

  it("counts many instead of naming them", () => {
    const left = [1, 2, 3, 4].map((n) => outcome(n, "Executed"));
    expect(refreshed(list(1, 2, 3, 4), answer([], left), "*").news).toBe("4 orders left");
  });

  it("takes back a row that came back while it was leaving", () => {
    const first = refreshed(list(1), answer([], [outcome(1, "Draft")]), ["id-1"]);
    expect(codes(refreshed(first.list, answer([1]), ["id-1"]).list)).toEqual(["1001"]);
  });
});

describe("extended", () => {
  it("appends what is not there yet", () => {
    expect(codes(extended(list(1, 2), answer([2, 3])))).toEqual(["1001", "1002", "1003"]);
  });
});

describe("stillThere", () => {
  it("leaves out what is leaving", () => {
    const { list: shown } = refreshed(list(1, 2), answer([1], [outcome(2, "Executed")]), "*");
    expect(stillThere(shown)).toHaveLength(1);
  });
});
