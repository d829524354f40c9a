import "server-only";
import type { Prisma } from "@/lib/generated/prisma/client";

/** What a vendor is asked to set up. */
export type ProvisioningRequest = {
  /** The same on every attempt, so that the vendor does it once. */
  idempotencyKey: string;
  action: "provision" | "change";
  quantity: number;
  /** 1, 2, … since the task was queued or retried. */
  attempt: number;
  settings: Prisma.JsonValue;
};

export type ProvisioningOutcome = { ok: true } | { ok: false; reason: string };

/** One way to set up a subscription or asset with its vendor. */
export type Driver = {
  /** Longest time one attempt takes; after it, another worker may try. */
  timeLimitMs(settings: Prisma.JsonValue): number;
  provision(request: ProvisioningRequest, signal: AbortSignal): Promise<ProvisioningOutcome>;
};
