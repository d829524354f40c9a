import { afterEach, expect, test, vi } from "vitest";
import { crashPoints } from "./crash-points";

afterEach(() => vi.unstubAllEnvs());

test("some points are spread over all messages, the last on both sides", () => {
  vi.stubEnv("CRASHES", "");
  expect(crashPoints(21, 4)).toEqual([
    { message: 1, side: "before" },
    { message: 6, side: "after" },
    { message: 11, side: "before" },
    { message: 16, side: "after" },
    { message: 21, side: "before" },
    { message: 21, side: "after" },
  ]);
});

test("all points are each message on both sides", () => {
  vi.stubEnv("CRASHES", "all");
  expect(crashPoints(21, 4)).toHaveLength(42);
});
