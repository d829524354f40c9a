import "server-only";
import type { Endpoint } from "./endpoint";
import { type RequestProblem, requestProblems, statusOfRefusal } from "./problem";

/** Lists the refusals that no key meets: a key is not a user, and it does not work for the scheduler. */
const neverOfKeys: ReadonlySet<string> = new Set(["own_user", "not_with_scheduler"]);

/** Lists which problems an endpoint can answer, each with its status: those of any request, and the refusals of its definition. */
export function problemsOfEndpoint({ method, path, definition, ifMatch, takesFile }: Endpoint) {
  const changes = method !== "GET";
  const ofRequest: RequestProblem[] = [
    "unauthorized",
    "forbidden",
    "invalid_parameter",
    "too_many_requests",
    "failed",
    "took_too_long",
    ...(path.includes("{") || changes ? (["not_found"] as const) : []),
    ...(changes ? ofBody(takesFile !== undefined) : (["invalid_cursor"] as const)),
    ...(ifMatch === "none" ? [] : (["changed_meanwhile"] as const)),
    ...(ifMatch === "needed" ? (["version_needed"] as const) : []),
  ];
  const ofCommand = definition.codes.filter((code) => !neverOfKeys.has(code));
  const ofDefinition = [...new Set([...ofCommand, ...(changes ? ["key_reused"] : [])])];
  return [
    ...ofRequest.map((code) => ({ status: requestProblems[code][0] as number, code: code as string })),
    ...ofDefinition.map((code) => ({ status: statusOfRefusal(code) as number, code })),
  ];
}

function ofBody(isFile: boolean) {
  return isFile
    ? (["not_a_file", "invalid_body"] as const)
    : (["invalid_json", "not_json", "too_long", "invalid_body"] as const);
}
