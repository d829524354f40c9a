import { describe, expect, test } from "vitest";
import { missingCredit } from "../../credit";
import { systemCombinations } from "../../order-status/system-statuses";
import { amount } from "../../values/money";
import { planExecution } from "../moves/execution";
import type { Schedule } from "../tree/order";
import { anItem, aTree, parties, unlimited } from "../tree/tree.test-data";
import { describeGate } from "./gate-words";
import { type Gate, type GateFacts, heldBy } from "./gates";
import { nothingAsked } from "./outside";

const facts: GateFacts = {
  status: systemCombinations.submitted,
  items: [anItem()],
  total: amount(12),
  currency: "EUR",
  billingTo: unlimited,
  inactive: [],
  schedule: null,
  reseller: null,
  questions: { vendors: [], credit: null },
  answers: nothingAsked,
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

test.each([
  ["en-GB", "100", "95", "Account has €5.00 of credit available and the order needs €12.00: €7.00 short."],
  [
    "en-GB",
    "0",
    "138.87",
    "Account is €138.87 over its credit limit and the order needs €12.00: €150.87 short.",
  ],
  [
    "de-DE",
    "6000",
    "5995",
    "Account has 5,00\u00a0€ of credit available and the order needs 12,00\u00a0€: 7,00\u00a0€ short.",
  ],
])("in %s a credit gate writes amounts as tables do", (locale, limit, outstanding, sentence) => {
  const [gate] = heldBy({ ...facts, billingTo: credit(limit, outstanding) });
  expect(gate && describeGate(gate, locale).sentence).toBe(sentence);
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

test("a quantity change of a cancelled subscription holds", () => {
  const item = anItem({ itemType: "quantity_change", subscriptionId: "1", subscriptionEnded: true });
  expect(heldBy({ ...facts, items: [item] })).toEqual([
    { gate: "subscription", items: [{ itemId: "item", description: "Product" }] },
  ]);
});

describe("an account that is not active", () => {
  const account = { id: "a", name: "Fjord", as: "account" as const };
  const payer = { id: "p", name: "Meridian", as: "payer" as const };

  test.each([[[account]], [[payer]], [[account, payer]]])(
    "holds what it orders or pays for: %j",
    (inactive) => {
      expect(heldBy({ ...facts, inactive })).toEqual([{ gate: "inactive_account", accounts: inactive }]);
    },
  );

  test.each(["bss_user", "automatic", "scheduler"] as const)(
    "holds it for a %s, override or not",
    (executor) => {
      const status = executor === "scheduler" ? systemCombinations.executing : systemCombinations.submitted;
      const tree = aTree({ status });
      const overridden = ["credit", "credit_check"] as const;
      const plan = planExecution(tree, tree.primary, {
        executor,
        ...parties(),
        inactive: [account],
        overridden,
      });
      expect(plan).toMatchObject({ refusal: { gates: [{ gate: "inactive_account" }] } });
    },
  );

  test("says which account it is, what it is to the order, and who can help", () => {
    const words = (...accounts: (typeof account | typeof payer)[]) => {
      const { sentence, wayOut, waysOut } = describeGate({ gate: "inactive_account", accounts }, "en-GB");
      return [sentence, wayOut, waysOut.map(({ place, who }) => `${place} ${who}`)];
    };
    expect(words(account)).toEqual([
      "The account Fjord is not active.",
      "An operator can activate the account, or cancel the order.",
      ["account account:save"],
    ]);
    expect(words(payer)).toEqual([
      "Meridian, the account that is invoiced, is not active.",
      "An operator can activate it, or change Billing to with Edit.",
      ["account account:save", "order_edit order:edit"],
    ]);
  });
});

test("a pending approval holds", () => {
  expect(heldBy({ ...facts, status: systemCombinations.pendingApproval })).toEqual([
    { gate: "approval", reseller: null },
  ]);
});

test("a non-automatic product holds the product itself, not a BSS user", () => {
  const tree = aTree({ items: [anItem({ nonAutomatic: true })] });
  const plan = (executor: "bss_user" | "automatic") =>
    planExecution(tree, tree.primary, { executor, ...parties() });
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
    items: [anItem({ requiredConfiguration: ["Domain"], nonAutomatic: true, subscriptionEnded: true })],
    billingTo: credit("0", "0"),
  });
  expect(gates.map((gate) => gate.gate)).toEqual([
    "approval",
    "subscription",
    "configuration",
    "credit",
    "non_automatic",
  ]);
  for (const gate of gates) {
    const { label, sentence, wayOut, waysOut } = describeGate(gate, "en-GB");
    for (const words of [label, sentence, wayOut]) expect(words).not.toBe("");
    for (const { words } of waysOut) expect(words).not.toBe("");
  }
});

describe("every gate has its ways out, as data", () => {
  const items = [{ itemId: "i", description: "Office" }];
  const vendor = { id: "v", name: "Aster", items, asked: "" };
  const money = { currency: "EUR", limit: "0.00", available: "0.00", needed: "1.00", missing: "1.00" };
  const account = { id: "a", name: "Fjord" };
  const check = { account, amount: "1.00", currency: "EUR" };
  const said = { answered: true, message: "No." } as const;
  const silent = { answered: false, silence: { is: "unreachable" } } as const;
  const date = { day: "2026-12-03", timeZone: "UTC", attempts: 0, nextAttemptAt: null, failure: null };
  test.each<[Gate, [string, string][]]>([
    [
      { gate: "credit", account, ...money },
      [
        ["account", "payment:record"],
        ["account", "credit-limit:save"],
        ["order_execute", "credit:override"],
      ],
    ],
    [{ gate: "approval", reseller: { id: "r", name: "Reseller" } }, [["reseller", "reseller"]]],
    [
      { gate: "configuration", items: items.map((item) => ({ ...item, missing: ["Domain"] })) },
      [["order_values", "order:edit"]],
    ],
    [{ gate: "subscription", items }, [["order_edit", "order:edit"]]],
    [
      { gate: "not_sold", items },
      [
        ["order_edit", "order:edit"],
        ["order_execute", "order:execute"],
      ],
    ],
    [
      { gate: "vendor", vendors: [{ ...vendor, ...said }] },
      [
        ["order_edit", "order:edit"],
        ["order_execute", "order:execute"],
      ],
    ],
    [
      { gate: "vendor", vendors: [{ ...vendor, ...silent }] },
      [
        ["order_execute", "order:execute"],
        ["vendor", "vendor:save"],
      ],
    ],
    [
      { gate: "credit_check", ...said, ...check },
      [
        ["order_edit", "order:edit"],
        ["order_execute", "order:execute"],
        ["order_execute", "credit:override"],
        ["credit_check", "credit-check:save"],
      ],
    ],
    [
      { gate: "credit_check", ...silent, ...check },
      [
        ["order_execute", "order:execute"],
        ["order_execute", "credit:override"],
        ["credit_check", "credit-check:save"],
      ],
    ],
    [{ gate: "non_automatic", items }, [["order_execute", "order:execute"]]],
    [{ gate: "date", ...date }, [["order_execute", "order:execute"]]],
  ])("%j", (gate, ways) => {
    expect(describeGate(gate, "en-GB").waysOut.map(({ place, who }) => [place, who])).toEqual(ways);
  });
});

describe("a scheduled order", () => {
  const schedule = {
    day: "2026-12-03",
    timeZone: "Europe/Berlin",
    attempts: 0,
    nextAttemptAt: "2026-12-02T23:00:00Z",
    failure: null,
  };
  const scheduled = { ...aTree({ status: systemCombinations.scheduled }), schedule };
  const words = (more: Partial<Schedule>) => {
    const [gate] = heldBy({
      ...facts,
      status: systemCombinations.scheduled,
      schedule: { ...schedule, ...more },
    });
    return gate ? describeGate(gate, "en-GB") : null;
  };

  test("says which day it waits for, what became of it there, and who goes on", () => {
    expect(words({})?.sentence).toBe("It is scheduled for 3 December 2026.");
    const failed = {
      attempts: 2,
      failure: { reason: "in_words", words: "Credit is missing." },
      nextAttemptAt: "2026-12-03T01:00:00Z",
    };
    expect(words(failed)).toMatchObject({
      label: "Execution date",
      sentence: "The scheduler has tried 2 times since 3 December 2026. Credit is missing.",
      wayOut: "The scheduler tries again. A BSS user can execute it now.",
    });
    expect(words({ ...failed, nextAttemptAt: null })?.wayOut).toContain("has stopped trying");
  });

  test("waits for its day, unless a BSS user executes it, or the scheduler once it has taken it", () => {
    const plan = (executor: "bss_user" | "automatic" | "scheduler", tree = scheduled) =>
      planExecution(tree, tree.primary, { executor, ...parties() });
    expect(plan("automatic")).toMatchObject({ refusal: { reason: "held", gates: [{ gate: "date" }] } });
    expect(plan("bss_user").ok).toBe(true);
    expect(plan("scheduler")).toMatchObject({ refusal: { reason: "not_with_scheduler" } });
    const taken = { ...scheduled, primary: { ...scheduled.primary, status: systemCombinations.executing } };
    expect(plan("scheduler", taken).ok).toBe(true);
    expect(plan("bss_user", taken)).toMatchObject({ refusal: { reason: "scheduler_has_it" } });
  });

  test("is held by what is no longer sold; an order that is executed as it is placed is not", () => {
    const items = [anItem({ description: "Fax", sold: false })];
    const gates = heldBy({ ...facts, status: systemCombinations.executing, items });
    expect(gates).toMatchObject([{ gate: "not_sold", items: [{ description: "Fax" }] }]);
    expect(gates.map((gate) => describeGate(gate, "en-GB").sentence)).toEqual(["Fax is no longer sold."]);
    expect(heldBy({ ...facts, items })).toEqual([]);
  });
});
