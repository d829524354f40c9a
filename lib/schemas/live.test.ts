import { describe, expect, it } from "vitest";
import { mergeChanges, mergeIds } from "./live";

describe("mergeIds", () => {
  it("names each row once", () => {
    expect(mergeIds(["a", "b"], ["b", "c"])).toEqual(["a", "b", "c"]);
    expect(mergeIds(undefined, ["a"])).toEqual(["a"]);
  });

  it("gives up naming when there are too many", () => {
    const many = Array.from({ length: 50 }, (_, i) => String(i));
    expect(mergeIds(many, ["49"])).toHaveLength(50);
    expect(mergeIds(many, ["50"])).toBe("*");
    expect(mergeIds("*", ["a"])).toBe("*");
    expect(mergeIds(["a"], "*")).toBe("*");
  });
});

describe("mergeChanges", () => {
  it("keeps topics apart", () => {
    expect(mergeChanges({ orders: ["a"] }, { orders: ["b"], subscriptions: "*" })).toEqual({
      orders: ["a", "b"],
      subscriptions: "*",
    });
    expect(mergeChanges({ orders: ["a"] }, {})).toEqual({ orders: ["a"] });
    expect(mergeChanges({ orders: ["a"] }, { orders: "*" })).toEqual({ orders: "*" });
  });
});
