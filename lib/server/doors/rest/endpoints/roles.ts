import "server-only";
import { z } from "zod";
import type { Ctx } from "../../../kernel/ctx";
import { createRole } from "../../../roles/commands/create-role";
import { deleteRole } from "../../../roles/commands/delete-role";
import { editRole } from "../../../roles/commands/edit-role";
import { getRole, listRoles } from "../../../roles/queries/roles";
import { does } from "../does";
import type { Asked, Endpoint } from "../endpoint";
import { lists } from "../lists";
import { reads } from "../reads";
import { Saved } from "../resources/done";
import { Role, tellRole } from "../resources/role";

const tag = "Roles";

/** Returns the whole input of an edit: what the caller sent, and what stays as it is. */
async function editedRole(ctx: Ctx, { path, body }: Asked): Promise<Record<string, unknown>> {
  const { id, name, permissions } = await getRole(ctx, path.id);
  return { name, permissions, ...body, id };
}

export const roleEndpoints: readonly Endpoint[] = [
  lists("/roles", listRoles, {
    tag,
    summary: "Lists your own roles by name",
    parameters: z.object({}),
    row: Role,
    tell: tellRole,
  }),
  does("POST", "/roles", createRole, {
    tag,
    summary: "Creates a role, which allows nothing that you may not do yourself",
    status: 201,
    answer: Saved,
    tell: (saved) => saved,
    location: ({ id }) => `/roles/${id}`,
  }),
  reads("/roles/{id}", getRole, {
    tag,
    summary: "Returns a role",
    input: ({ path }) => path.id,
    answer: Role,
    tell: tellRole,
    version: ({ version }) => version,
  }),
  does("PATCH", "/roles/{id}", editRole, {
    tag,
    summary: "Changes a role from its people's next request on, and keeps what the body leaves out",
    ifMatch: "needed",
    input: editedRole,
    answer: Saved,
    tell: (saved) => saved,
  }),
  does("DELETE", "/roles/{id}", deleteRole, {
    tag,
    summary: "Deletes a role that nobody has",
    ifMatch: "needed",
    answer: Saved,
    tell: (deleted) => deleted,
  }),
];
