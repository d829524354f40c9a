import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderStatusTypes, storefrontTypes } from "./combination";
import { userMaySetStatus } from "./may-set";
import { pickStatus } from "./pick";
import { systemCombinations, systemStatuses } from "./system-statuses";

const system = systemStatuses.map((status) => ({ ...status, active: true }));

describe("pickStatus", () => {
  it("finds the system row of each of the eight combinations", () => {
    const picked = Object.values(systemCombinations).map(
      (combination) => pickStatus(system, combination).description,
    );
    expect(picked).toEqual(systemStatuses.map(({ description }) => description));
  });

  it("takes the active status with the lowest No.", () => {
    const submitted = systemCombinations.submitted;
    const statuses = [
      ...system,
      { ...submitted, no: 1, active: true },
      { ...submitted, no: 0, active: false },
    ];
    expect(pickStatus(statuses, submitted)).toMatchObject({ no: 1 });
  });

  it("throws when the mandatory row is missing, which is a bug", () => {
    expect(() => pickStatus([], systemCombinations.draft)).toThrow("No active status");
  });

  it("does not depend on the order of the list", () => {
    const statuses = fc.uniqueArray(
      fc.record({ no: fc.integer({ min: 9, max: 99 }), active: fc.boolean() }),
      {
        selector: ({ no }) => no,
      },
    );
    fc.assert(
      fc.property(statuses, (custom) => {
        const list = [...custom.map((status) => ({ ...status, ...systemCombinations.canceled })), ...system];
        expect(pickStatus(list, systemCombinations.canceled)).toBe(
          pickStatus(list.toReversed(), systemCombinations.canceled),
        );
      }),
    );
  });
});

describe("userMaySetStatus", () => {
  it("agrees with the column “may a user set it” of the eight", () => {
    const settable = system.filter(userMaySetStatus).map(({ description }) => description);
    expect(settable).toEqual(["Submitted", "Executed", "Canceled"]);
  });

  it("is never true of an inactive status, a basket, an approval, Executing or Scheduled", () => {
    for (const type of orderStatusTypes) {
      for (const storefrontType of storefrontTypes) {
        const may = userMaySetStatus({ type, storefrontType, active: true });
        const system = type === "executing" || type === "scheduled";
        expect(may).toBe(!system && (storefrontType === "viewable" || storefrontType === "submitted"));
        expect(userMaySetStatus({ type, storefrontType, active: false })).toBe(false);
      }
    }
  });
});
