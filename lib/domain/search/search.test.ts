import { describe, expect, it, test } from "vitest";
import { billNumberIn, matches, orderCodeIn, searchForm } from "./search";
import { searchExamples } from "./search.test-data";

describe("a search ignores case, accents, widths, punctuation and the order of words", () => {
  test.each(searchExamples)("in %j, %j is found: %s", (text, query, found) => {
    expect(matches(text, query)).toBe(found);
  });
});

test("the search form of a search form is itself", () => {
  for (const [text] of searchExamples) expect(searchForm(searchForm(text))).toBe(searchForm(text));
});

it.each([
  ["1021", "1021"],
  ["#1021", "1021"],
  ["# 1021", "1021"],
  ["order 1021", "1021"],
  ["Order #1021-2", "1021-2"],
  ["order no. 1021", "1021"],
  ["１０２１", "1021"],
  ["1021 Contoso", null],
  ["-1021", null],
  ["", null],
])("reads %j as the order code %j", (query, code) => {
  expect(orderCodeIn(query)).toBe(code);
});

it.each([
  ["inv-1001", "INV-1001"],
  ["INV 1001", "INV-1001"],
  ["invoice INV-1001", "INV-1001"],
  ["inv1001", "INV-1001"],
  ["cn-1001", "CN-1001"],
  ["1001", null],
])("reads %j as the bill number %j", (query, number) => {
  expect(billNumberIn(query)).toBe(number);
});
