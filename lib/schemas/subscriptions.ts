import { z } from "zod";
import { provisioningStates } from "@/lib/domain/provisioning";
import { listParameters, sortParameter } from "./fields";

export const ListSubscriptionsInput = z.object({
  ...listParameters,
  sort: sortParameter(["name", "start", "made"], "-made"),
  /** Holds an account's code. */
  account: z.string().max(20).optional().catch(undefined),
  type: z.enum(["subscription", "asset"]).optional().catch(undefined),
  provisioning: z.enum(provisioningStates).optional().catch(undefined),
});
export type ListSubscriptionsInput = z.input<typeof ListSubscriptionsInput>;
