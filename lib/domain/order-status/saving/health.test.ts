import { differenceCiede2000 } from "culori";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { badgeColors } from "../../values/color";
import { alikeColors } from "../color-likeness";
import { systemStatuses } from "../system-statuses";
import { healthOf } from "./health";

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
  it("shows the eight combinations, each with the status that wins", () => {
    const health = healthOf([...system, custom("Awaiting documents", { no: 1 })]);
    expect(health.combinations).toHaveLength(8);
    expect(health.combinations[0]).toEqual({
      combination: { type: "in_progress", storefrontType: "viewable" },
      mandatory: "Submitted",
      order: ["Awaiting documents", "Submitted"],
    });
    expect(healthOf(system.slice(1)).combinations[0]?.mandatory).toBeUndefined();
  });

  it("shows the worst first: missing statuses, then shared combinations, then healthy ones", () => {
    const list = [...system.slice(0, -1), custom("Awaiting documents", { no: 1 })];
    const found = healthOf(list).combinations.map(({ mandatory, order }) => [mandatory, order.length]);
    expect(found.slice(0, 3)).toEqual([
      [undefined, 0],
      ["Submitted", 2],
      ["Draft", 1],
    ]);
    const { alike } = healthOf([
      custom("Red", { color: "#d32f2f" }),
      custom("Green", { color: "#388e3c" }),
      custom("Blue", { color: "#1c7ed6" }),
      custom("Blue too", { color: "#1c7fd5" }),
    ]);
    expect(alike.map(({ statuses, viewers }) => [statuses, viewers.length])).toEqual([
      [["Blue", "Blue too"], 4],
      [["Red", "Green"], 1],
    ]);
  });

  it("names statuses that no order has now, system ones too, and shared combinations beside the eight", () => {
    const shared = { type: "cancelled", storefrontType: "submitted", orders: 2 } as const;
    const health = healthOf([
      ...system.map((status) => ({ ...status, orders: status.description === "Executed" ? 0 : 1 })),
      custom("Second", { ...shared, no: 30 }),
      custom("First", { ...shared, no: 20 }),
      custom("Off", { ...shared, no: 10, active: false, orders: 0 }),
    ]);
    expect(health.unused).toEqual(["Executed", "Off"]);
    expect(health.shared).toEqual([
      { combination: { type: "cancelled", storefrontType: "submitted" }, order: ["First", "Second"] },
    ]);
  });

  it("names statuses whose colors are equal or hard to tell apart, and for which viewers", () => {
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
    // On light only tritanopes mistake them for each other, on dark deuteranopes do, too.
    ["#1c7ed6", "#0c8599", ["deuteranopia", "tritanopia"]],
    // White is painted grey on light, and black is painted grey on dark.
    ["#ffffff", "#000000", undefined],
    // They were picked far apart, and both become one brown that people can read on light.
    ["#ffe066", "#ffd43b", ["everyone", "protanopia", "deuteranopia", "tritanopia"]],
  ])("%s and %s are alike to %j", (a, b, viewers) => {
    expect(alikeColors([a, b])[0]?.viewers).toEqual(viewers);
  });

  it("are all compared, although lightness is looked at first", () => {
    const color = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);
    fc.assert(
      fc.property(color, color, (a, b) => {
        const [one, other] = [a, b].map((picked) => badgeColors(picked));
        const difference = differenceCiede2000();
        const alike = (["light", "dark"] as const).some(
          (theme) => difference(one?.[theme].text ?? "", other?.[theme].text ?? "") < 8,
        );
        const found = a === b || alikeColors([a, b]).some(({ viewers }) => viewers.includes("everyone"));
        expect(found).toBe(alike);
      }),
    );
  });
});
