import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { DriverSettings } from "@/lib/schemas/products";
import type { Prisma } from "../../kernel/db";
import type { Driver } from "./driver";

const settingsOf = (settings: Prisma.JsonValue) =>
  DriverSettings.catch({ delayMs: 0, failures: 0 }).parse(settings);

/** Simulates a vendor for demonstrations that refuses the first `failures` attempts at once. */
export const instantlySimulated: Driver = {
  timeLimitMs: () => 15_000,

  async provision({ attempt, settings }) {
    if (attempt > settingsOf(settings).failures) return { result: "done" };
    return { result: "failed", failure: { because: "simulated", attempt }, permanent: false };
  },
};

/** Simulates the same vendor with a delay of `delayMs` for each attempt. */
export const simulated: Driver = {
  timeLimitMs: ({ settings }) => settingsOf(settings).delayMs + 15_000,

  async provision(request, signal) {
    const { delayMs } = settingsOf(request.settings);
    if (delayMs > 0) await sleep(delayMs, undefined, { signal });
    return instantlySimulated.provision(request, signal);
  },
};
