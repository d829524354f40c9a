import "server-only";
import { endpointProblem } from "@/lib/domain/values/endpoint";
import { ok } from "@/lib/domain/values/result";
import { config } from "../kernel/config";
import { fieldRefusals, refuseField } from "../kernel/refusals";

export const vendorRefusals = fieldRefusals("endpoint_not_allowed", "name_taken");

/** An address that may be called from where this runs: docs/domain.md, section 3, "Calls". */
export function checkedVendor({ endpoint }: { endpoint: string }) {
  const problem = endpointProblem(endpoint, { loopback: config().embedded });
  return problem ? refuseField("endpoint_not_allowed", "endpoint", problem) : ok(null);
}

export function nameTaken(name: string) {
  return refuseField("name_taken", "name", `There is a vendor “${name}” already. Choose another name.`);
}
