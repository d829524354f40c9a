import "server-only";
import { roleLabels } from "@/lib/domain/permissions";
import { ok, refuse } from "@/lib/domain/values/result";

export function roleNameTaken(name: string) {
  return refuse({ reason: "role_name_taken", name, path: "name" });
}

/** Refuses the names of the fixed roles, which people could not tell apart in a list. */
export function checkedRoleName(name: string) {
  const fixed = Object.values(roleLabels).map((label) => label.toLowerCase());
  return fixed.includes(name.toLowerCase()) ? roleNameTaken(name) : ok(null);
}
