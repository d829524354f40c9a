import "server-only";
import type { ProvisioningAction } from "@/lib/domain/provisioning";
import type { ProvisioningFailure } from "@/lib/domain/provisioning-failure";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Party } from "../../outside/ask";

/** What a vendor is asked to set up, or to take down. */
export type ProvisioningRequest = {
  taskId: string;
  /** The same on every attempt, so that the vendor does it once. */
  idempotencyKey: string;
  organizationId: string;
  action: ProvisioningAction;
  productCode: string;
  quantity: number;
  configuration: Prisma.JsonValue;
  subscriptionId: string;
  orderCode: string;
  /** 1, 2, … since the task was queued. */
  attempt: number;
  settings: Prisma.JsonValue;
  /** Who the http driver asks. */
  vendor: TaskVendor | null;
};

export type TaskVendor = Party & { id: string; name: string; callbackMinutes: number };

export type ProvisioningOutcome =
  | { result: "done" }
  | { result: "failed"; failure: ProvisioningFailure /** Not worth another try. */; permanent: boolean }
  /** The vendor calls back when it is done; after this long without, it is asked again. */
  | { result: "accepted"; callbackMinutes: number };

/** One way to set up a subscription or asset with its vendor. */
export type Driver = {
  /** Longest time one attempt takes; after it, another worker may try. */
  timeLimitMs(request: Pick<ProvisioningRequest, "settings" | "vendor">): number;
  provision(request: ProvisioningRequest, signal: AbortSignal): Promise<ProvisioningOutcome>;
};
