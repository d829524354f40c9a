import { afterEach, expect, it, vi } from "vitest";
import { readiness } from "./readiness";

afterEach(() => vi.unstubAllEnvs());

it("is ready with the migrations of this build", async () => {
  vi.stubEnv("LATEST_MIGRATION", "20261123000000_init");
  expect(await readiness()).toBeUndefined();
});

it("is not ready before them", async () => {
  vi.stubEnv("LATEST_MIGRATION", "29990101000000_not_yet");
  expect(await readiness()).toBe("The database lacks migrations of this version.");
});
