import { expect, test } from "vitest";
import type { Gate } from "../order/holds/gates";
import { holdOf, holdsOf } from "./hold";

const date = {
  gate: "date",
  day: "2026-12-03",
  timeZone: "Europe/Berlin",
  attempts: 0,
  nextAttemptAt: "2026-12-02T23:00:00Z",
  failure: null,
} as const;

const amounts = { currency: "EUR", limit: "5.00", available: "5.00", needed: "12.00", missing: "7.00" };
const credit = { gate: "credit", account: { id: "payer", name: "Acme" }, ...amounts } as const;

test("a customer reads on which day the order is executed, and that it can be changed", () => {
  expect(holdOf(date, "own", "scheduler", "en-GB")).toMatchObject({
    sentence: "We execute it on 3 December 2026.",
    wayOut: "You can change the day, or cancel the order, until then.",
  });
});

test("a customer reads who goes on when it was not executed, and nothing about another account's credit", () => {
  const failure = { reason: "in_words", words: "Acme has €5.00 of credit available." };
  const failed = holdOf({ ...date, attempts: 1, failure }, "own", "scheduler", "en-GB");
  expect(failed.sentence).toBe("We could not execute it on 3 December 2026.");
  expect(failed.wayOut).toBe("We try again automatically.");
  const [left] = holdsOf(
    [{ ...date, attempts: 5, failure, nextAttemptAt: null }],
    "own",
    { mayPay: true, byValues: false },
    "en-GB",
  );
  expect(left?.wayOut).toContain("Our staff");
});

test("credit tells amounts to its payer alone", () => {
  expect(holdOf(credit, "payer", "staff", "de-DE")).toMatchObject({
    missing: "7.00",
    sentence: "This exceeds your available credit by 7,00\u00a0€.",
  });
  const other = holdOf(credit, "somebody else", "staff", "en-GB");
  expect(other.missing).toBeNull();
  expect(`${other.sentence} ${other.wayOut}`).not.toMatch(/\d/);
});

test("a customer of an account that is not active reads whom to ask, and is not asked for money", () => {
  const held = (as: "account" | "payer") =>
    holdsOf(
      [{ gate: "inactive_account", accounts: [{ id: "x", name: "Meridian", as }] } as const, credit],
      "payer",
      { mayPay: true, byValues: false },
      "en-GB",
    );
  expect(held("account")[0]).toMatchObject({
    sentence: "Your account is not active.",
    wayOut: "Contact us to have it activated. The order stays as it is until then.",
  });
  expect(held("payer")[0]).toMatchObject({
    sentence: "Meridian, the account that is invoiced, is not active.",
    wayOut: "Contact us: we activate that account, or invoice another one.",
  });
  expect(held("payer").map(({ missing }) => missing)).toEqual([null, null]);
});

test.each([
  ["staff", [credit], "Our staff execute it once the difference is paid."],
  [
    "staff",
    [{ ...date, attempts: 5, nextAttemptAt: null }, credit],
    "Our staff execute it once the difference is paid.",
  ],
  [
    "the scheduler",
    [date, credit],
    "It is executed on its day, or at the next try, once the difference is paid.",
  ],
  [
    "the reseller's approval",
    [{ gate: "approval", reseller: null } as const, credit],
    "It is executed when your reseller approves it, once the difference is paid.",
  ],
])("credit says that %s executes it, where nothing can be paid here", (_, gates, wayOut) => {
  const holds = holdsOf(gates, "payer", { mayPay: false, byValues: false }, "en-GB");
  expect(holds.find(({ gate }) => gate === "credit")).toMatchObject({ wayOut });
});

const automatically = "It is executed automatically once the difference is paid.";
const byStaff = "Our staff execute it once the difference is paid.";
const byHand: Gate = { gate: "non_automatic", items: [{ itemId: "a", description: "Setup" }] };
test.each<[string, string, Gate[], string]>([
  ["nothing else holds it", "payer", [credit], automatically],
  ["its tries are over", "payer", [{ ...date, attempts: 5, nextAttemptAt: null }, credit], automatically],
  ["our staff set it up", "payer", [credit, byHand], byStaff],
  ["another account pays", "other", [credit], "Our staff execute it once they have the credit."],
])("paid here, an order is executed as it says where %s", (_, account, gates, wayOut) => {
  const holds = holdsOf(gates, account, { mayPay: true, byValues: false }, "en-GB");
  expect(holds.find(({ gate }) => gate === "credit")).toMatchObject({ wayOut });
});

const values: Gate = {
  gate: "configuration",
  items: [{ itemId: "a", description: "Domain", missing: ["Domain name"] }],
};
test.each<[string, boolean, Gate[], string]>([
  ["automatically", true, [values], "It is executed automatically once it is filled in."],
  [
    "automatically, beside a payment",
    true,
    [values, credit],
    "It is executed automatically once it is filled in.",
  ],
  ["by staff, who entered the order", false, [values], "Our staff execute it once it is filled in."],
  ["by staff, who set it up", true, [values, byHand], "Our staff execute it once it is filled in."],
  [
    "by the scheduler",
    true,
    [date, values],
    "It is executed on its day, or at the next try, once it is filled in.",
  ],
])("a missing value is filled in on the page, and the order then executed %s", (_, byValues, gates, then) => {
  const holds = holdsOf(gates, "payer", { mayPay: true, byValues }, "en-GB");
  const hold = holds.find(({ gate }) => gate === "configuration");
  expect(hold?.wayOut).toBe(`Fill it in on this page. ${then}`);
});
