import "server-only";
import { endpointProblem } from "@/lib/domain/values/endpoint";
import { ok, refuse } from "@/lib/domain/values/result";
import { config } from "../kernel/config";

export const vendorRefusals = ["endpoint_not_allowed", "vendor_name_taken"] as const;

/** Checks that a vendor's address may be called from here: docs/domain.md, section 3, "Calls". */
export function checkedVendor({ endpoint }: { endpoint: string }) {
  const why = endpointProblem(endpoint, { loopback: config().embedded });
  return why ? refuse({ reason: "endpoint_not_allowed", why, path: "endpoint" }) : ok(null);
}

export function nameTaken(name: string) {
  return refuse({ reason: "vendor_name_taken", name, path: "name" });
}
