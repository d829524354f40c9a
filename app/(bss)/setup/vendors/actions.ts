"use server";

import type { CreateVendorInput, EditVendorInput, RenewVendorSecretInput } from "@/lib/schemas/vendors";
import { runAction } from "@/lib/server/doors/action";
import { createVendor } from "@/lib/server/vendors/create";
import { editVendor } from "@/lib/server/vendors/edit";
import { renewVendorSecret } from "@/lib/server/vendors/renew-secret";

export async function createVendorAction(input: CreateVendorInput) {
  return runAction((ctx) => createVendor(ctx, input));
}

export async function editVendorAction(input: EditVendorInput) {
  return runAction((ctx) => editVendor(ctx, input));
}

export async function renewVendorSecretAction(input: RenewVendorSecretInput) {
  return runAction((ctx) => renewVendorSecret(ctx, input));
}
