import { expect, it, test } from "vitest";
import { availableCredit, creditFor, creditUse, missingCredit, spend } from "./credit";
import { amount } from "./values/money";

const credit = (limit: string | null, outstanding: string) => ({
  limit: limit === null ? null : amount(limit),
  outstanding: amount(outstanding),
});

it.each([
  ["1000", "1000", { level: "full", percent: 100 }],
  ["1000", "999.99", { level: "warm", percent: 99 }],
  ["1000", "995", { level: "warm", percent: 99 }],
  ["1000", "800", { level: "warm", percent: 80 }],
  ["1000", "799.99", { level: "low", percent: 79 }],
  ["1000", "-50", { level: "low", percent: 0 }],
  ["1000", "1250", { level: "full", percent: 125 }],
  ["0.01", "0.01", { level: "full", percent: 100 }],
  ["0", "0", { level: "never_owes" }],
  ["0", "-50", { level: "never_owes" }],
  [null, "5000", { level: "unlimited" }],
] as const)("of a limit of %s, %s outstanding is %j", (limit, outstanding, use) => {
  expect(creditUse(credit(limit, outstanding))).toEqual(use);
});

test("a limit is used up exactly where nothing is available any more", () => {
  for (const outstanding of ["99.99", "100", "100.01"]) {
    const facts = credit("100", outstanding);
    expect(creditUse(facts).level === "full").toBe(availableCredit(facts)?.lessThanOrEqualTo(0));
    expect(missingCredit(facts, amount("0.01")).isZero()).toBe(creditUse(facts).level !== "full");
  }
});

const withReserved = { ...credit("100", "60"), reserved: new Map([["a", amount("70")]]) };
const available = (of: Parameters<typeof availableCredit>[0]) => availableCredit(of)?.toFixed();

test("what was paid for an order counts for that order and for no other", () => {
  expect(available(withReserved)).toBe("40");
  expect(available(creditFor(withReserved, "a"))).toBe("110");
  expect(available(creditFor(withReserved, "b"))).toBe("40");
});

test.each([
  // An order that is executed as a whole leaves the rest of its reservation to all orders.
  [{ total: "50", ends: true }, "60", "60"],
  [{ total: "90", ends: true }, "20", "20"],
  // A part of the order leaves the rest to its other parts.
  [{ total: "50", ends: false }, "40", "60"],
  [{ total: "90", ends: false }, "20", "20"],
] as const)("executing %j leaves %s to all and %s to its own order", (charge, toAll, toItself) => {
  const left = spend(withReserved, { primaryId: "a", ...charge, total: amount(charge.total) });
  expect([available(left), available(creditFor(left, "a"))]).toEqual([toAll, toItself]);
});
