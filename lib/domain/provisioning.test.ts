import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  maxAttempts,
  mayMove,
  movesForPeople,
  nextAttemptAt,
  type ProvisioningMove,
  provisioningMoves,
  provisioningStates,
  retryDelayMs,
} from "./provisioning";

describe("moves", () => {
  it("reach every state from pending, and never leave provisioned", () => {
    const reached = new Set(["pending"]);
    for (let before = 0; before !== reached.size; ) {
      before = reached.size;
      for (const { from, to } of Object.values(provisioningMoves)) {
        if (from.some((state) => reached.has(state))) reached.add(to);
      }
    }
    expect([...reached].sort()).toEqual([...provisioningStates].sort());
    for (const move of Object.keys(provisioningMoves) as ProvisioningMove[]) {
      expect(mayMove("provisioned", move)).toBe(false);
    }
  });

  it.each([
    ["manual", "pending", ["complete", "fail"]],
    ["manual", "in_progress", ["complete", "fail"]],
    ["manual", "failed", ["complete", "retry"]],
    ["manual", "provisioned", []],
    ["simulated", "pending", []],
    ["simulated", "in_progress", []],
    ["simulated", "failed", ["retry"]],
    ["simulated", "provisioned", []],
  ] as const)("a person can, to a %s task that is %s: %j", (driver, state, moves) => {
    expect(movesForPeople({ driver, state, action: "provision", reversed: false })).toEqual(moves);
  });

  it("only let a person take it down once the execution is reversed", () => {
    const task = { driver: "manual", state: "failed", reversed: true } as const;
    expect(movesForPeople({ ...task, action: "provision" })).toEqual([]);
    expect(movesForPeople({ ...task, action: "change" })).toEqual([]);
    expect(movesForPeople({ ...task, action: "deprovision" })).toEqual(["complete", "retry"]);
  });
});

describe("retryDelayMs", () => {
  it.each([
    [1, 0, 1_000],
    [1, 1, 2_000],
    [2, 1, 4_000],
    [4, 0.5, 12_000],
    [30, 1, 900_000],
  ])("after attempt %i with random %d is %i", (attempt, random, expected) => {
    expect(retryDelayMs(attempt, () => random)).toBe(expected);
  });

  it("never shrinks with attempts and never passes a quarter of an hour", () => {
    const attempts = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(attempts, fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
        const delay = retryDelayMs(attempt, () => random);
        expect(delay).toBeGreaterThanOrEqual(1_000);
        expect(delay).toBeLessThanOrEqual(900_000);
        expect(retryDelayMs(attempt + 1, () => random)).toBeGreaterThanOrEqual(delay);
      }),
    );
  });
});

describe("nextAttemptAt", () => {
  const now = new Date("2026-03-01T10:00:00Z");

  it("is later until the last attempt", () => {
    for (let attempt = 1; attempt < maxAttempts; attempt++) {
      expect(nextAttemptAt(attempt, now, () => 0)?.getTime()).toBeGreaterThan(now.getTime());
    }
    expect(nextAttemptAt(maxAttempts, now, () => 0)).toBeNull();
  });
});
