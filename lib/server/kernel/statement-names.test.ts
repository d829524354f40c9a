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
