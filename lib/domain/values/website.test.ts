import { expect, test } from "vitest";
import { readWebsite } from "./website";

test.each([
  ["www.northwind.example", "https://www.northwind.example"],
  ["HTTP://Northwind.example/", "http://northwind.example"],
  ["northwind.example:8080/shop?a=b", "https://northwind.example:8080/shop?a=b"],
  ["müller.example", "https://xn--mller-kva.example"],
])("%s is kept as %s", (typed, kept) => {
  expect(readWebsite(typed)).toBe(kept);
  expect(readWebsite(kept)).toBe(kept);
});

test.each([
  "javascript:alert(1)",
  "data:text/html,hello",
  "ftp://northwind.example",
  "https://user:secret@northwind.example",
  "localhost",
  "127.0.0.1",
  "two words.example",
  'northwind.example/"onclick="x',
  "https://",
  "NaN",
])("%s is no web address of a company", (typed) => {
  expect(readWebsite(typed)).toBeNull();
});
