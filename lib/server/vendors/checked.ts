import "server-only";
import { ok, refuse } from "@/lib/domain/values/result";
import { endpointFault } from "../outside/endpoint-fault";

export const vendorRefusals = ["endpoint_not_allowed", "vendor_name_taken"] as const;

/** Checks that a vendor's address may be called from here: docs/domain.md, section 3, "Calls". */
export function checkedVendor({ endpoint }: { endpoint: string }) {
  const why = endpointFault(endpoint);
  return why ? refuse({ reason: "endpoint_not_allowed", why, path: "endpoint" }) : ok(null);
}

export function nameTaken(name: string) {
  return refuse({ reason: "vendor_name_taken", name, path: "name" });
}
