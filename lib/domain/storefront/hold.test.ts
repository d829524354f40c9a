import { expect, test } from "vitest";
import { holdOf } from "./hold";

const date = {
  gate: "date",
  day: "2026-12-03",
  timeZone: "Europe/Berlin",
  attempts: 0,
  nextAttemptAt: "2026-12-02T23:00:00Z",
  failure: null,
} as const;

test("a customer reads on which day the order is executed, and that it can be changed", () => {
  expect(holdOf(date, "own")).toMatchObject({
    sentence: "It is to be executed on 3 December 2026.",
    wayOut: "You can change the day, or cancel the order, until then.",
  });
});

test("and who goes on when it was not, without what another account's credit is", () => {
  const failure = "Acme has 5.00 EUR of credit available.";
  const failed = holdOf({ ...date, attempts: 1, failure }, "own");
  expect(failed.sentence).toBe("It could not be executed on 3 December 2026.");
  expect(failed.wayOut).toBe("We try again by ourselves.");
  expect(holdOf({ ...date, attempts: 5, failure, nextAttemptAt: null }, "own").wayOut).toContain("Our staff");
});

test("credit tells amounts to who pays alone", () => {
  const amounts = { currency: "EUR", limit: "5.00", available: "5.00", needed: "12.00", missing: "7.00" };
  const gate = { gate: "credit", account: { id: "payer", name: "Acme" }, ...amounts } as const;
  expect(holdOf(gate, "payer")).toMatchObject({ missing: "7.00" });
  const other = holdOf(gate, "somebody else");
  expect(other.missing).toBeNull();
  expect(`${other.sentence} ${other.wayOut}`).not.toMatch(/\d/);
});
