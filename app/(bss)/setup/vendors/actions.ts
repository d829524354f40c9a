"use server";

import { action } from "@/lib/server/doors/action";
import { createVendor } from "@/lib/server/vendors/commands/create-vendor";
import { editVendor } from "@/lib/server/vendors/commands/edit-vendor";
import { renewVendorSecret } from "@/lib/server/vendors/commands/renew-vendor-secret";

export const createVendorAction = action(createVendor);
export const editVendorAction = action(editVendor);
export const renewVendorSecretAction = action(renewVendorSecret);
