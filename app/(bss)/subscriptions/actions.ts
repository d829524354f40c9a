"use server";

import { action } from "@/lib/server/doors/action";
import {
  completeProvisioning,
  failProvisioning,
  retryProvisioning,
} from "@/lib/server/provisioning/commands/by-hand";

export const completeProvisioningAction = action(completeProvisioning);
export const failProvisioningAction = action(failProvisioning);
export const retryProvisioningAction = action(retryProvisioning);
