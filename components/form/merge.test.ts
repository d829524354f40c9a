import { expect, test } from "vitest";
import { mergeFields } from "./merge";

const base = { name: "Acme", email: "a@acme.example", creditLimit: "100" };

test("keeps mine and theirs where each changed another field", () => {
  const mine = { ...base, name: "Acme Ltd" };
  const theirs = { ...base, creditLimit: "500" };
  expect(mergeFields({ base, mine, theirs })).toEqual({
    values: { ...base, name: "Acme Ltd", creditLimit: "500" },
    conflicts: [],
    taken: ["Credit limit"],
  });
});

test("asks only about a field that both changed, each to something else", () => {
  const mine = { ...base, name: "Mine", email: "b@acme.example" };
  const theirs = { ...base, name: "Theirs", email: "b@acme.example" };
  const merged = mergeFields({ base, mine, theirs });
  expect(merged.conflicts).toEqual([{ field: "name", label: "Name", mine: "Mine", theirs: "Theirs" }]);
  expect(merged.values.name).toBe("Mine");
  expect(mergeFields({ base, mine, theirs }, { name: "theirs" }).values.name).toBe("Theirs");
});
