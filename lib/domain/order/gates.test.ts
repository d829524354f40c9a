import { describe, expect, test } from "vitest";
import { missingCredit } from "../credit";
import { amount } from "../money";
import { systemCombinations } from "../order-status/system-statuses";
import { planExecution } from "./execution";
import { describeGate, type GateFacts, heldBy } from "./gates";
import { anItem, aTree, unlimited } from "./tree.test-data";

const facts: GateFacts = {
  status: systemCombinations.submitted,
  items: [anItem()],
  total: amount(12),
  currency: "EUR",
  billingTo: unlimited,
};
const credit = (limit: string | null, outstanding: string) => ({
  ...unlimited,
  credit: { limit: limit === null ? null : amount(limit), outstanding: amount(outstanding) },
});

describe("credit", () => {
  test.each([
    ["unlimited", null, "1000000", "12", "0"],
    ["exactly enough", "12", "0", "12", "0"],
    ["one cent short", "11.99", "0", "12", "0.01"],
    ["a limit of 0 may never owe", "0", "0", "0.01", "0.01"],
    ["a limit of 0 takes what is free", "0", "0", "0", "0"],
    ["already over the limit", "10", "30", "5", "25"],
  ])("%s", (_, limit, outstanding, total, missing) => {
    expect(missingCredit(credit(limit, outstanding).credit, amount(total)).toString()).toBe(missing);
  });

  test("holds with what is needed, there and missing", () => {
    expect(heldBy({ ...facts, billingTo: credit("100", "95") })).toEqual([
      {
        gate: "credit",
        account: { id: "account", name: "Account" },
        currency: "EUR",
        limit: "100.00",
        available: "5.00",
        needed: "12.00",
        missing: "7.00",
      },
    ]);
  });
});

test("nothing holds a plain order", () => {
  expect(heldBy(facts)).toEqual([]);
});

test("configuration names the items and the values they lack; blanks are no value", () => {
  const item = anItem({
    requiredConfiguration: ["Domain", "Region"],
    configuration: { Domain: " ", Region: "EU" },
  });
  expect(heldBy({ ...facts, items: [item] })).toEqual([
    { gate: "configuration", items: [{ itemId: "item", description: "Product", missing: ["Domain"] }] },
  ]);
});

test("a pending approval holds", () => {
  expect(heldBy({ ...facts, status: systemCombinations.pendingApproval })).toEqual([{ gate: "approval" }]);
});

test("a non-automatic product holds the product itself, not a BSS user", () => {
  const tree = aTree({ items: [anItem({ nonAutomatic: true })] });
  const plan = (executor: "bss_user" | "automatic") =>
    planExecution(tree, tree.primary, { executor, billingTo: unlimited });
  expect(plan("automatic")).toMatchObject({
    ok: false,
    refusal: { reason: "held", gates: [{ gate: "non_automatic" }] },
  });
  expect(plan("bss_user").ok).toBe(true);
});

test("every gate says what, and who can clear it", () => {
  const gates = heldBy({
    ...facts,
    status: systemCombinations.pendingApproval,
    items: [anItem({ requiredConfiguration: ["Domain"], nonAutomatic: true })],
    billingTo: credit("0", "0"),
  });
  expect(gates.map((gate) => gate.gate)).toEqual(["approval", "configuration", "credit", "non_automatic"]);
  for (const gate of gates) {
    const { label, sentence, wayOut } = describeGate(gate);
    for (const words of [label, sentence, wayOut]) expect(words).not.toBe("");
  }
});
