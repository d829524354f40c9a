import "server-only";
import { z } from "zod";
import { managesPeople } from "@/lib/domain/roles/managing";
import { ok, refuse } from "@/lib/domain/values/result";
import { Id, Version } from "@/lib/schemas/fields";
import { RoleFields } from "@/lib/schemas/roles";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { lockManagers, lockRole } from "../lock";
import { checkedRoleName, roleNameTaken } from "../named";
import { requireAll } from "../needed-for";

/**
 * Changes a role. It counts from the next request on of everybody who has it. The caller needs all that the role allows before
 * and afterwards. See docs/domain.md, section 7, "Roles". @throws Forbidden, NotFound, Conflict
 */
export const editRole = command({
  name: "role.edit",
  caller: staff("role:save"),
  input: z.strictObject({ ...RoleFields, id: Id, version: Version }),
  output: z.object({ id: Id }),
  refusals: refusals("role_name_taken", "last_managing_role"),
  needs: ({ permissions }) => permissions,
  taken: ({ name }) => roleNameTaken(name),
  async run({ tx, ctx }, { id, version, name, permissions }) {
    const { role, managing } = await lockRole(tx, ctx, { id, version }, "change");
    requireAll(ctx, role.permissions);
    const checked = checkedRoleName(name);
    if (!checked.ok) return checked;
    if (managesPeople(role.permissions) && !managesPeople(permissions)) {
      const people = await lockManagers(tx, ctx, managing);
      const stay = people.filter(({ roleId }) => roleId !== id);
      if (people.length > 0 && stay.length === 0) {
        return refuse({ reason: "last_managing_role", name: role.name, path: "permissions" });
      }
    }
    await tx.staffRole.updateMany({ where: { id }, data: { name, permissions, version: { increment: 1 } } });
    const before = { name: role.name, permissions: role.permissions };
    await record(tx, ctx, [{ kind: "role.edited", subject: name, before, after: { name, permissions } }]);
    return ok({ id });
  },
});
