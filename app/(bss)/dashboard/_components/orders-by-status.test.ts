import { expect, test } from "vitest";
import { mostUsed } from "./orders-by-status";

const status = (no: number, orders: number, active = true) => ({
  statusId: `status-${no}`,
  no,
  description: `Status ${no}`,
  color: "#868e96",
  type: "in_progress" as const,
  storefrontType: "viewable" as const,
  active,
  orders,
});

test("of 500 statuses, shows the ten with most orders in the order of the list, and counts the others", () => {
  const statuses = Array.from({ length: 500 }, (_, no) => status(no, no % 100 === 7 ? 1000 + no : 1));
  const { shown, others, ordersOfOthers } = mostUsed(statuses);
  expect(shown.map(({ orders }) => orders)).toEqual([1, 1, 1, 1, 1, 1007, 1107, 1207, 1307, 1407]);
  expect([others, ordersOfOthers]).toEqual([490, 490]);
});

test("leaves out inactive statuses without orders, and keeps those with", () => {
  const { shown, others } = mostUsed([status(1, 0), status(2, 0, false), status(3, 4, false)]);
  expect(shown.map(({ description }) => description)).toEqual(["Status 1", "Status 3"]);
  expect(others).toBe(0);
});
