import { describe, expect, it } from "vitest";
import { alikeColors } from "./color-likeness";
import { healthOf } from "./health";
import { systemStatuses } from "./system-statuses";

const system = systemStatuses.map((status) => ({
  ...status,
  id: status.description,
  active: true,
  mandatory: true,
  orders: 0,
}));
const custom = (description: string, cells: Partial<(typeof system)[number]>) => ({
  ...(system[1] as (typeof system)[number]),
  id: description,
  description,
  mandatory: false,
  color: "#000000",
  ...cells,
});

describe("the health of a list", () => {
  it("has the eight, each with who wins", () => {
    const health = healthOf([...system, custom("Awaiting documents", { no: 1 })]);
    expect(health.combinations).toHaveLength(8);
    expect(health.combinations[1]).toEqual({
      combination: { type: "in_progress", storefrontType: "viewable" },
      mandatory: "Submitted",
      order: ["Awaiting documents", "Submitted"],
    });
    expect(healthOf(system.slice(1)).combinations[0]?.mandatory).toBeUndefined();
  });

  it("names custom statuses that no order has, and shared combinations beside the eight", () => {
    const shared = { type: "cancelled", storefrontType: "submitted", orders: 2 } as const;
    const health = healthOf([
      ...system,
      custom("Second", { ...shared, no: 30 }),
      custom("First", { ...shared, no: 20 }),
      custom("Off", { ...shared, no: 10, active: false, orders: 0 }),
    ]);
    expect(health.unused).toEqual(["Off"]);
    expect(health.shared).toEqual([
      { combination: { type: "cancelled", storefrontType: "submitted" }, order: ["First", "Second"] },
    ]);
  });

  it("says whose colors are one, and whose are hard to tell apart, and for whom", () => {
    const { alike } = healthOf([
      custom("Red", { color: "#d32f2f" }),
      custom("Green", { color: "#388e3c" }),
      custom("Green too", { color: "#388e3c" }),
    ]);
    expect(alike).toEqual([
      {
        statuses: ["Green", "Green too"],
        viewers: ["everyone", "protanopia", "deuteranopia", "tritanopia"],
        same: true,
      },
      { statuses: ["Red", "Green", "Green too"], viewers: ["deuteranopia"], same: false },
    ]);
  });
});

describe("colors", () => {
  it.each([
    ["#1c7ed6", "#1c7fd5", ["everyone", "protanopia", "deuteranopia", "tritanopia"]],
    ["#1c7ed6", "#0c8599", ["tritanopia"]],
    ["#ffffff", "#000000", undefined],
  ])("%s and %s are alike to %j", (a, b, viewers) => {
    expect(alikeColors([a, b])[0]?.viewers).toEqual(viewers);
  });

  it("of five hundred statuses are compared at once", () => {
    const colors = Array.from({ length: 500 }, (_, i) => `#${(i * 33_501).toString(16).padStart(6, "0")}`);
    expect(alikeColors(colors).length).toBeGreaterThan(0);
  });
});
