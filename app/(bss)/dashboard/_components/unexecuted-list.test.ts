import { describe, expect, it } from "vitest";
import {
  extended,
  patched,
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
const answer = (
  numbers: number[],
  outcomes: UnexecutedAnswer["outcomes"] = [],
  count = numbers.length,
): UnexecutedAnswer => ({
  rows: numbers.map(order),
  nextCursor: null,
  count,
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

describe("patched", () => {
  it("keeps a row that left in its place for a moment, and says so", () => {
    const after = patched(list(1, 2, 3), answer([], [outcome(2, "Executed")], 2), ["id-2"]);
    expect(codes(after.list)).toEqual(["1001", "1002 left", "1003"]);
    expect(after).toMatchObject({ list: { count: 2 }, left: ["id-2"], news: "Order 1002 left: executed" });
    expect(codes(withoutLeft(after.list, ["id-2", "id-1"]))).toEqual(["1001", "1003"]);
  });

  it("tells of each leaving once", () => {
    const first = patched(list(1, 2), answer([], [outcome(2, "Executed")]), ["id-2"]);
    const second = patched(first.list, answer([], [outcome(2, "Executed")]), ["id-2", "id-9"]);
    expect(codes(second.list)).toEqual(["1001", "1002 left"]);
    expect(second).toMatchObject({ left: [], news: "" });
  });

  it("puts a new order where it belongs", () => {
    const after = patched(list(1, 3), answer([2]), ["id-2"]);
    expect(codes(after.list)).toEqual(["1001", "1002 arrived", "1003"]);
    expect(after.news).toBe("New order 1002 of Northwind");
  });

  it("leaves a new order beyond the last row to be asked for", () => {
    const cut = { ...list(1, 2), nextCursor: "more" };
    expect(codes(patched(cut, answer([3]), ["id-3"]).list)).toEqual(["1001", "1002"]);
    expect(codes(patched(list(1, 2), answer([3]), ["id-3"]).list)).toEqual(["1001", "1002", "1003 arrived"]);
  });

  it("shows what changed in a row that stays", () => {
    const changed = { ...answer([2]), rows: [{ ...order(2), executedItems: 1 }] };
    const after = patched(list(1, 2), changed, ["id-2"]);
    expect(after.list.rows.map(({ executedItems }) => executedItems)).toEqual([0, 1]);
    expect(after.news).toBe("");
  });

  it("takes back a row that came back while it was leaving", () => {
    const first = patched(list(1), answer([], [outcome(1, "Draft")]), ["id-1"]);
    expect(codes(patched(first.list, answer([1]), ["id-1"]).list)).toEqual(["1001"]);
  });
});

describe("refreshed", () => {
  it("shows what is there now, and lets go with a word what is finished", () => {
    const after = refreshed(list(1, 2), answer([2, 3], [outcome(1, "Canceled - Denial")]));
    expect(codes(after.list)).toEqual(["1001 left", "1002", "1003"]);
    expect(after.news).toBe("Order 1001 left: canceled - denial");
  });

  it("drops without a word what is only no longer in sight", () => {
    expect(codes(refreshed(list(2, 3), answer([1, 2])).list)).toEqual(["1001", "1002"]);
  });

  it("counts many instead of naming them", () => {
    const left = [1, 2, 3, 4].map((n) => outcome(n, "Executed"));
    expect(refreshed(list(1, 2, 3, 4), answer([], left)).news).toBe("4 orders left");
  });
});

describe("extended", () => {
  it("appends what is not there yet", () => {
    expect(codes(extended(list(1, 2), answer([2, 3])))).toEqual(["1001", "1002", "1003"]);
  });
});

describe("stillThere", () => {
  it("leaves out what is leaving", () => {
    const { list: shown } = refreshed(list(1, 2), answer([1], [outcome(2, "Executed")]));
    expect(stillThere(shown)).toHaveLength(1);
  });
});
