import { expect, it } from "vitest";
import { problemsByRow } from "./problems";

const problem = (rowId: string, column: string, message: string) => ({ rowId, row: rowId, column, message });

it("keeps the problems of a row the same object for as long as they are the same", () => {
  const before = problemsByRow([problem("a", "no", "Twice"), problem("b", "no", "Twice")], new Map());
  const after = problemsByRow(
    [problem("a", "no", "Twice"), problem("b", "no", "Too high"), problem("c", "name", "Empty")],
    before,
  );
  expect(after.get("a")).toBe(before.get("a"));
  expect(after.get("b")).toEqual({ no: "Too high" });
  expect(after.get("c")).toEqual({ name: "Empty" });
});

it("counts the first problem of a cell", () => {
  const problems = [problem("a", "no", "Twice"), problem("a", "no", "Too high")];
  expect(problemsByRow(problems, new Map()).get("a")).toEqual({ no: "Twice" });
});
