import "server-only";
import { type Permission, permissionsOfPerson } from "@/lib/domain/permissions";
import { withNeeded } from "@/lib/domain/roles/needed";
import type { Ctx } from "../../kernel/ctx";
import { createRole } from "../../roles/commands/create-role";
import { makeUser, type TestOrganization, value } from "./basics";

/** Creates a role of the organization, by default one that executes orders. */
export async function makeRole(
  here: TestOrganization,
  { name = `Role ${crypto.randomUUID().slice(0, 8)}`, permissions = ["order:execute"] as Permission[] } = {},
) {
  const { id } = value(await createRole(here.as.administrator, { name, permissions }));
  return { id, name, permissions };
}

/** Creates a user with a role of the organization, and returns them with the Ctx that their session would make. */
export async function makeUserWith(here: TestOrganization, permissions: Permission[]) {
  const role = await makeRole(here, { permissions });
  const user = await makeUser(here, { role: "custom", roleId: role.id });
  return { ...user, role, ctx: ctxWith(here, user, permissions) };
}

function ctxWith(
  here: TestOrganization,
  { id, name }: { id: string; name: string },
  chosen: Permission[],
): Ctx {
  const permissions = permissionsOfPerson({ role: "custom", defined: withNeeded(chosen), accountRole: null });
  return { ...here.as.operator, actor: { type: "user", id, name, role: "custom", permissions } };
}
