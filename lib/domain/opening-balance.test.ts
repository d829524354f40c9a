import { expect, test } from "vitest";
import { openingBalanceProblems } from "./opening-balance";

const today = "2026-11-26";

test.each([
  ["2026-11-26", "12.50", "EUR", []],
  ["2000-01-01", "12.500", "EUR", []],
  ["2026-11-26", "12.505", "KWD", []],
  ["2026-11-26", "12.505", "EUR", ["amount"]],
  ["2026-11-26", "12.5", "JPY", ["amount"]],
  ["2026-11-27", "12.50", "EUR", ["issueDate"]],
  ["1999-12-31", "12.50", "EUR", ["issueDate"]],
  ["2026-11-27", "0.001", "EUR", ["amount", "issueDate"]],
])("issued on %s over %s %s", (issueDate, amount, currency, wrong) => {
  const problems = openingBalanceProblems({ issueDate, amount }, currency, today);
  expect(problems.map(({ path }) => path)).toEqual(wrong);
});
