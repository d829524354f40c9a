import { describe, expect, test } from "vitest";
import type { Gate } from "../order/holds/gates";
import { type About, messagesOf } from "./messages-of";
import type { NotExecutedSince, OrderEvent } from "./order-event";

const about: About = {
  accountId: "willow",
  billingToId: "willow",
  isPrimary: true,
  payable: true,
  locale: "en-GB",
  comment: undefined,
};
const status = { status: "Submitted" };
const items = [{ product: "Mail", quantity: 2 }];
const amounts = { currency: "EUR", limit: "0", available: "0", needed: "20", missing: "20" };
const creditOf = (id: string): Gate => ({ gate: "credit", account: { id, name: id }, ...amounts });
const approval: Gate = { gate: "approval", reseller: null };
const values: Gate = {
  gate: "configuration",
  items: [{ itemId: "1", description: "Mail", missing: ["Domain"] }],
};
const inactive: Gate = {
  gate: "inactive_account",
  accounts: [{ as: "account", id: "willow", name: "Willow" }],
};
const held = (since: NotExecutedSince | undefined, ...gates: Gate[]): OrderEvent => ({
  kind: "order.execution_refused",
  after: { gates, ...(since && { since }) },
});
const failed = (attempts: number, nextAttemptAt: string | null): OrderEvent => ({
  kind: "order.schedule_failed",
  before: status,
  after: {
    ...{ ...status, attempts, nextAttemptAt, day: "2026-12-01" },
    why: { reason: "held", gates: [creditOf("payer")] },
  },
});
const told = (event: OrderEvent, other: Partial<About> = {}) =>
  messagesOf(event, { ...about, ...other }).map(({ to, type }) => `${type} to ${to}`);
const said = (event: OrderEvent, other: Partial<About> = {}) =>
  messagesOf(event, { ...about, ...other })[0]?.says;

describe("an order that is not executed at once", () => {
  test.each([
    [held("placed"), ["confirmation to account"]],
    [held("placed", values), ["confirmation to account"]],
    [held("placed", approval), ["confirmation to account", "approval_wanted to reseller"]],
    [held("placed", creditOf("willow"), values), ["submitted_without_credit to account"]],
    [held("approved", creditOf("willow")), ["submitted_without_credit to account"]],
    [held("approved", values), []],
    [held(undefined, values), []],
  ])("%j is told as %j", (event, messages) => expect(told(event)).toEqual(messages));

  test.each<[string, OrderEvent, object]>([
    ["pays what is missing", held("placed", creditOf("willow")), { missing: "20", payable: true }],
    ["learns no other account's credit", held("placed", creditOf("payer")), { missing: null, payable: true }],
    [
      "is not asked to pay what is held anyway",
      held("placed", creditOf("willow"), values),
      { payable: false },
    ],
    ["is not asked to pay while inactive", held("placed", inactive, creditOf("willow")), { missing: null }],
  ])("the customer %s", (_, event, says) => expect(said(event)).toMatchObject(says));
});

describe("a try of the scheduler that failed", () => {
  test.each([
    [failed(1, "2026-12-01T08:00:00Z"), ["schedule_failed to account", "schedule_failed to staff"]],
    [failed(2, "2026-12-01T09:00:00Z"), []],
    [failed(3, null), ["schedule_failed to account", "schedule_failed to staff"]],
  ])("is told the first and the last time: %#", (event, messages) => expect(told(event)).toEqual(messages));

  test("is told to staff with the reason, and to the customer without another account's credit", () => {
    const [customer, staff] = messagesOf(failed(1, null), about);
    expect(JSON.stringify(staff?.says.reason)).toContain("€20.00");
    expect(customer?.says).toMatchObject({ holds: [{ gate: "credit" }], missing: null });
  });
});

test.each<[OrderEvent, Partial<About>, string[]]>([
  [{ kind: "order.approved", before: status, after: status }, {}, ["approved to account"]],
  [
    { kind: "order.scheduled", before: status, after: { ...status, day: "2026-12-01", timeZone: "UTC" } },
    {},
    ["scheduled to account"],
  ],
  [
    {
      kind: "order.repriced",
      before: { total: "10", items: [] },
      after: { total: "12", items: [], day: "2026-12-01" },
    },
    {},
    ["price_changed to account"],
  ],
  [
    { kind: "order.executed", before: status, after: { ...status, invoice: "INV-1", total: "20", items } },
    {},
    ["executed to account"],
  ],
  [{ kind: "order.executed", before: status, after: { ...status, with: "100-1" } }, {}, []],
  [
    { kind: "order.cancelled", before: status, after: { ...status, items, total: "20" } },
    {},
    ["cancelled to account"],
  ],
  [
    { kind: "order.cancelled", before: status, after: { ...status, items, total: "20" } },
    { isPrimary: false },
    [],
  ],
  [{ kind: "order.cancelled", before: status, after: { ...status, with: "100" } }, {}, []],
  [
    { kind: "order.paid", after: { amount: "20", reserved: true, next: "execute" } },
    {},
    ["payment_received to account"],
  ],
  [
    { kind: "order.trial_ending", after: { item: "Mail", quantity: 1, endsOn: "2026-12-01" } },
    {},
    ["trial_ends to account"],
  ],
  [{ kind: "order.trial_ended", after: { item: "Mail", bought: false } }, {}, []],
  [{ kind: "order.edited", before: {}, after: { note: "x" } }, {}, []],
])("%j is told as it concerns people", (event, other, messages) =>
  expect(told(event, other)).toEqual(messages),
);

test("a reversal tells what was paid to the account that had paid it", () => {
  const creditNotes = [
    { number: "CN-1", invoice: "INV-1", total: "20" },
    { number: "CN-2", invoice: "INV-2", total: "1.5" },
  ];
  const event: OrderEvent = {
    kind: "order.reversed",
    before: status,
    after: { ...status, items, creditNotes, released: "5" },
  };
  const comment = "A mistake";
  const says = { lines: items, total: "21.5", creditNotes: ["CN-1", "CN-2"], reason: comment };
  expect(said(event, { comment })).toEqual({ ...says, released: "5" });
  expect(said(event, { comment, billingToId: "payer" })).toEqual(says);
});
