import { expect, test } from "vitest";
import type { Combination } from "./combination";
import { offeredOn } from "./may-set";

const statuses = [{ type: "in_progress" }, { type: "automatic_execute" }, { type: "cancelled" }] as const;
const submitted: Combination = { type: "in_progress", storefrontType: "viewable" };
const everything = { execute: true, cancel: true };

test.each([
  ["an open order to somebody with all permissions", submitted, everything, 3],
  ["an open order without the permission to execute", submitted, { execute: false, cancel: true }, 2],
  ["an open order without the permission to cancel", submitted, { execute: true, cancel: false }, 2],
  ["a scheduled order", { type: "scheduled", storefrontType: "viewable" } as const, everything, 2],
  [
    "an order that waits for its reseller, which nobody executes",
    { type: "in_progress", storefrontType: "pending_approval" } as const,
    { execute: false, cancel: true },
    1,
  ],
])("offers for %s what can be set on it", (_, present, may, count) => {
  expect(offeredOn(statuses, present, may)).toHaveLength(count);
});
