import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { DriverSettings } from "@/lib/schemas/products";
import type { Prisma } from "../../db";
import type { Driver } from "./driver";

const settingsOf = (settings: Prisma.JsonValue) =>
  DriverSettings.catch({ delayMs: 0, failures: 0 }).parse(settings);

/** A vendor for demonstrations: takes `delayMs` a try, and refuses the first `failures` tries. */
export const simulated: Driver = {
  timeLimitMs: (settings) => settingsOf(settings).delayMs + 15_000,

  async provision({ attempt, settings }, signal) {
    const { delayMs, failures } = settingsOf(settings);
    if (delayMs > 0) await sleep(delayMs, undefined, { signal });
    if (attempt > failures) return { ok: true };
    return { ok: false, reason: `The vendor did not accept the request (try ${attempt}).` };
  },
};
