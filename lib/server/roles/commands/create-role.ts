import "server-only";
import { z } from "zod";
import { mostRoles } from "@/lib/domain/roles/bounds";
import { ok, refuse } from "@/lib/domain/values/result";
import { Id } from "@/lib/schemas/fields";
import { RoleFields } from "@/lib/schemas/roles";
import { sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { checkedRoleName, roleNameTaken } from "../named";

/** Defines a role, which allows nothing that its creator is not allowed. See docs/domain.md, section 7, "Roles". */
export const createRole = command({
  name: "role.create",
  caller: staff("role:save"),
  input: z.strictObject(RoleFields),
  output: z.object({ id: Id }),
  refusals: refusals("role_name_taken", "too_many_roles"),
  needs: ({ permissions }) => permissions,
  taken: ({ name }) => roleNameTaken(name),
  async run({ tx, ctx }, { name, permissions }) {
    const checked = checkedRoleName(name);
    if (!checked.ok) return checked;
    const { organizationId, now: createdAt } = ctx;
    // Two that are created at once count each other.
    await tx.$queryRaw(
      sql`SELECT id FROM organizations WHERE id = ${organizationId}::uuid FOR NO KEY UPDATE`,
    );
    const there = await tx.staffRole.count({ where: { organizationId } });
    if (there >= mostRoles) return refuse({ reason: "too_many_roles", most: mostRoles, path: "" });
    const { id } = await tx.staffRole.create({
      data: { organizationId, name, permissions, createdAt },
      select: { id: true },
    });
    await record(tx, ctx, [{ kind: "role.created", subject: name, after: { name, permissions } }]);
    return ok({ id });
  },
});
