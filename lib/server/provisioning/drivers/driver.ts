import "server-only";
import type { ProvisioningAction } from "@/lib/domain/provisioning";
import type { ProvisioningFailure } from "@/lib/domain/provisioning-failure";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Party } from "../../outside/ask";

/** Describes what a vendor is asked to set up or take down. */
export type ProvisioningRequest = {
  taskId: string;
  /** Holds the key. It is the same on every attempt, so that the vendor acts only once. */
  idempotencyKey: string;
  organizationId: string;
  action: ProvisioningAction;
  productCode: string;
  quantity: number;
  configuration: Prisma.JsonValue;
  subscriptionId: string;
  orderCode: string;
  /** Counts attempts since the task was queued: 1, 2, … */
  attempt: number;
  settings: Prisma.JsonValue;
  /** Holds the vendor that the http driver asks. */
  vendor: TaskVendor | null;
};

export type TaskVendor = Party & { id: string; name: string; callbackMinutes: number };

export type ProvisioningOutcome =
  | { result: "done" }
  | { result: "failed"; failure: ProvisioningFailure /** Rules out a retry. */; permanent: boolean }
  /** Reports that the vendor will call back. Without a callback in this time, it is asked again. */
  | { result: "accepted"; callbackMinutes: number };

/** Describes a way to set up a subscription or asset with its vendor. */
export type Driver = {
  /** Returns the longest time for one attempt in milliseconds. After it, another worker may try. */
  timeLimitMs(request: Pick<ProvisioningRequest, "settings" | "vendor">): number;
  provision(request: ProvisioningRequest, signal: AbortSignal): Promise<ProvisioningOutcome>;
};
