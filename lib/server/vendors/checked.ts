import "server-only";
import { endpointProblem } from "@/lib/domain/endpoint";
import { ok, type Result } from "@/lib/domain/result";
import { config } from "../kernel/config";
import { type FieldRefusal, isUniqueViolation, refuseField } from "../kernel/field-refusal";

export type VendorRefusal = FieldRefusal<"endpoint_not_allowed" | "name_taken">;

/** An address that may be called from where this runs: docs/domain.md, section 3, "Calls". */
export function checkedVendor({ endpoint }: { endpoint: string }) {
  const problem = endpointProblem(endpoint, { loopback: config().embedded });
  return problem ? refuseField("endpoint_not_allowed", "endpoint", problem) : ok(null);
}

export async function refusingTakenName<Value>(
  name: string,
  save: () => Promise<Result<Value, VendorRefusal>>,
): Promise<Result<Value, VendorRefusal>> {
  try {
    return await save();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return refuseField("name_taken", "name", `There is a vendor “${name}” already. Choose another name.`);
  }
}
