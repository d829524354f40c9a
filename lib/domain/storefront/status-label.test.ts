import { expect, test } from "vitest";
import { storefrontStatusLabel } from "../order-status/storefront-label";
import { systemStatuses } from "../order-status/system-statuses";

test("each of the eight statuses has words for the customer", () => {
  expect(systemStatuses.map((status) => [status.description, storefrontStatusLabel(status)])).toEqual([
    ["Draft", "Basket"],
    ["Submitted", "In Progress / Submitted"],
    ["Executed", "Executed"],
    ["Canceled", "Canceled"],
    ["Pending Reseller Approval", "Waiting for approval"],
    ["Canceled by Reseller", "Canceled by reseller"],
    ["Executing", "In Progress / Executing"],
    ["Scheduled", "Scheduled"],
  ]);
});

test("a custom status is told by its combination, not by what staff call it", () => {
  const custom = {
    type: "in_progress",
    storefrontType: "viewable",
    description: "Awaiting documents",
  } as const;
  expect(storefrontStatusLabel(custom)).toBe("In Progress / Submitted");
});
