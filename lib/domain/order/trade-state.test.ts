import { describe, expect, test } from "vitest";
import { systemStatuses } from "../order-status/system-statuses";
import { lineState, tradeState } from "./trade-state";

const statusNamed = (description: string) => {
  const status = systemStatuses.find((one) => one.description === description);
  if (!status) throw new Error(`No system status ${description}`);
  return status;
};

describe("the state of an order for other systems", () => {
  test.each([
    ["Draft", {}, null],
    ["Submitted", {}, "acknowledged"],
    ["Submitted", { held: true }, "held"],
    ["Submitted", { begun: true }, "inProgress"],
    ["Submitted", { begun: true, held: true }, "inProgress"],
    ["Pending Reseller Approval", { held: true }, "pending"],
    ["Scheduled", {}, "acknowledged"],
    ["Executing", {}, "inProgress"],
    ["Executed", { begun: true }, "completed"],
    ["Canceled", {}, "cancelled"],
    ["Canceled by Reseller", {}, "rejected"],
  ] as const)("%s %o is %s", (description, more, expected) => {
    const status = statusNamed(description);
    expect(tradeState({ status, begun: false, held: false, ...more })).toBe(expected);
  });
});

describe("the state of a line", () => {
  test.each([
    [{ executed: 0, cancelled: 0 }, "held", "held"],
    [{ executed: 4, cancelled: 0 }, "inProgress", "inProgress"],
    [{ executed: 0, cancelled: 0 }, "inProgress", "acknowledged"],
    [{ executed: 10, cancelled: 0 }, "inProgress", "completed"],
    [{ executed: 4, cancelled: 6 }, "completed", "completed"],
    [{ executed: 0, cancelled: 10 }, "completed", "cancelled"],
    [{ executed: 0, cancelled: 10 }, "rejected", "rejected"],
  ] as const)("%o in an order that is %s is %s", (units, order, expected) => {
    expect(lineState({ quantity: 10, ...units }, order)).toBe(expected);
  });
});
