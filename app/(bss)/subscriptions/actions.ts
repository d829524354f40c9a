"use server";

import type { FailProvisioningInput, ProvisioningTaskInput } from "@/lib/schemas/provisioning";
import { runAction } from "@/lib/server/doors/action";
import { completeProvisioning, failProvisioning, retryProvisioning } from "@/lib/server/provisioning/by-hand";

export async function completeProvisioningAction(input: ProvisioningTaskInput) {
  return runAction((ctx) => completeProvisioning(ctx, input));
}

export async function failProvisioningAction(input: FailProvisioningInput) {
  return runAction((ctx) => failProvisioning(ctx, input));
}

export async function retryProvisioningAction(input: ProvisioningTaskInput) {
  return runAction((ctx) => retryProvisioning(ctx, input));
}
