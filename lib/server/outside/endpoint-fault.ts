import "server-only";
import { isIP } from "node:net";
import { type EndpointFault, endpointProblem } from "@/lib/domain/values/endpoint";
import { mayCall, wallOf } from "./wall";

/**
 * Returns why a vendor, agency or webhook cannot have this address here, or null if it can. Where a name leads is checked with
 * each call (`wall.ts`), because that changes.
 */
export function endpointFault(text: string): EndpointFault | null {
  const wall = wallOf();
  const problem = endpointProblem(text, wall);
  if (problem) return problem;
  const host = new URL(text).hostname.replace(/^\[|\]$/g, "");
  return isIP(host) > 0 && !mayCall(host, wall) ? "not_public" : null;
}
