import { describe, expect, it } from "vitest";
import { readSort, withCursor, withFilter, withoutFilters, withSearch, withSort } from "./url-state";

const at = (query: string) => new URLSearchParams(query);

describe("the table's state in the URL", () => {
  it("reads the sort, or the query's own order", () => {
    expect(readSort(at("sort=-date"))).toEqual({
      key: "date",
      descending: true,
    });
    expect(readSort(at(""), "-date")).toEqual({
      key: "date",
      descending: true,
    });
    expect(readSort(at(""))).toBeNull();
  });

  it("sorts ascending first, then the other way, from the first page", () => {
    expect(withSort(at("cursor=x"), "total", null).toString()).toBe("sort=total");
    expect(
      withSort(at("sort=total"), "total", {
        key: "total",
        descending: false,
      }).toString(),
    ).toBe("sort=-total");
    expect(
      withSort(at("sort=-total"), "total", {
        key: "total",
        descending: true,
      }).toString(),
    ).toBe("sort=total");
  });

  it("holds one value of a filter, or several", () => {
    const one = { name: "source" };
    const many = { name: "status", multiple: true };
    expect(withFilter(at("source=bss&cursor=x"), one, "storefront").toString()).toBe("source=storefront");
    expect(withFilter(at("source=bss"), one, "bss").toString()).toBe("");
    expect(withFilter(at("status=a"), many, "b").toString()).toBe("status=a&status=b");
    expect(withFilter(at("status=a&status=b"), many, "a").toString()).toBe("status=b");
  });

  it("searches, pages and clears", () => {
    expect(withSearch(at("cursor=x"), "  fabrikam ").toString()).toBe("q=fabrikam");
    expect(withSearch(at("q=a"), " ").toString()).toBe("");
    expect(withCursor(at("q=a"), "c1").toString()).toBe("q=a&cursor=c1");
    expect(withoutFilters(at("q=a&status=b&sort=c"), [{ name: "status" }]).toString()).toBe("sort=c");
  });
});
