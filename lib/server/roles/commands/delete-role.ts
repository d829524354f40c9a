import "server-only";
import { z } from "zod";
import { ok, refuse } from "@/lib/domain/values/result";
import { Id, Version } from "@/lib/schemas/fields";
import { staff } from "../../kernel/definition/caller";
import { command } from "../../kernel/definition/command";
import { refusals } from "../../kernel/definition/refusals";
import { record } from "../../kernel/record";
import { lockRole } from "../lock";

/** Limits how many people a refusal names. */
const named = 3;

/** Deletes a role that nobody has, not even a deactivated user. @throws NotFound, Conflict */
export const deleteRole = command({
  name: "role.delete",
  caller: staff("role:save"),
  input: z.strictObject({ id: Id, version: Version }),
  output: z.object({ id: Id }),
  refusals: refusals("role_in_use"),
  async run({ tx, ctx }, { id, version }) {
    const { organizationId } = ctx;
    // The lock keeps everybody from getting the role until it is gone.
    const { role } = await lockRole(tx, ctx, { id, version }, "delete");
    const where = { organizationId, roleId: id };
    const people = await tx.user.count({ where });
    if (people > 0) {
      const first = await tx.user.findMany({
        where,
        orderBy: { name: "asc" },
        take: named,
        select: { name: true },
      });
      return refuse({ reason: "role_in_use", people, names: first.map(({ name }) => name), path: "" });
    }
    await tx.staffRole.delete({ where: { organizationId_id: { organizationId, id } }, select: { id: true } });
    const { name, permissions } = role;
    await record(tx, ctx, [{ kind: "role.deleted", subject: name, before: { name, permissions } }]);
    return ok({ id });
  },
});
