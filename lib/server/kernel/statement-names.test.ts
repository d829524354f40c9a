import { expect, it } from "vitest";
import { statementName } from "./statement-names";

it("names the same text the same, another differently, and not without end", () => {
  const first = statementName({ sql: "SELECT 1" });
  expect(statementName({ sql: "SELECT 1" })).toBe(first);
  expect(statementName({ sql: "SELECT 2" })).not.toBe(first);
  for (let i = 0; i < 1000; i++) statementName({ sql: `SELECT ${i}, 0` });
  expect(statementName({ sql: "SELECT one too many" })).toBeUndefined();
  expect(statementName({ sql: "SELECT 1" })).toBe(first);
});

it("gives a search no name, so that it is planned for its words", () => {
  expect(statementName({ sql: "SELECT id FROM accounts WHERE search_form(name) LIKE $1" })).toBeUndefined();
  expect(statementName({ sql: "SELECT order_id FROM order_search WHERE text LIKE $1" })).toBeUndefined();
});
