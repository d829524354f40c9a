import "server-only";
import { failProvisioning } from "../../provisioning/commands/by-hand";
import { createVendor } from "../../vendors/commands/create-vendor";
import { type TestOrganization, value } from "../factories/basics";
import { makeTask } from "../factories/provisioning";
import type { Examples } from "./example";
import { code } from "./shared";

const vendor = {
  name: "Vendor",
  endpoint: "https://vendor.example",
  preCheck: false,
  timeoutSeconds: 5,
  callbackMinutes: 5,
};

const vendorKinds = {
  name: "words",
  preCheck: "optionalYes",
  timeoutSeconds: "optional",
  callbackMinutes: "optional",
} as const;

/** Lists what staff send to the provisioning tasks. */
export const provisioningExamples: Examples = {
  completeProvisioning: {
    input: async (here) => ({ taskId: (await makeTask(here, { provisioningDriver: "manual" })).id }),
  },
  failProvisioning: {
    input: async (here) => ({
      taskId: (await makeTask(here, { provisioningDriver: "manual" })).id,
      reason: "No line",
    }),
    kinds: { reason: "words" },
  },
  retryProvisioning: {
    input: async (here) => {
      const { id } = await makeTask(here, { provisioningDriver: "manual" });
      value(await failProvisioning(here.as.operator, { taskId: id, reason: "No line" }));
      return { taskId: id };
    },
  },
  createVendor: {
    as: "administrator",
    input: async () => ({ ...vendor, name: code(), secret: "s".repeat(40) }),
    kinds: { ...vendorKinds, secret: "secret" },
  },
  editVendor: {
    as: "administrator",
    input: async (here) => ({ ...vendor, name: code(), id: await madeVendor(here), version: 1 }),
    kinds: vendorKinds,
  },
  renewVendorSecret: {
    as: "administrator",
    input: async (here) => ({ id: await madeVendor(here), version: 1 }),
  },
};

async function madeVendor(here: TestOrganization): Promise<string> {
  return value(await createVendor(here.as.administrator, { ...vendor, name: code() })).id;
}
