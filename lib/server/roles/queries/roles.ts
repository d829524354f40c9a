import "server-only";
import { z } from "zod";
import { type Permission, permissionsOfPerson } from "@/lib/domain/permissions";
import { listParameters } from "@/lib/schemas/fields";
import { read, sql } from "../../kernel/db";
import { staff } from "../../kernel/definition/caller";
import { nothing, query } from "../../kernel/definition/query";
import { NotFound } from "../../kernel/errors";
import { isUuid, keyset, type Page } from "../../kernel/keyset";

/** Holds a role that the organization defined. */
export type RoleRow = {
  id: string;
  name: string;
  permissions: Permission[];
  /** Counts the users who have it, also deactivated ones. */
  people: number;
  version: number;
};

const columns = sql`id, name, permissions, version, (
  SELECT count(*)::int FROM users WHERE users.organization_id = roles.organization_id AND users.role_id = roles.id
) AS people`;

/** Returns the roles of the organization by name. */
export const listRoles = query({
  name: "role.list",
  caller: staff("user:read"),
  input: z.object({ cursor: listParameters.cursor, limit: listParameters.limit }),
  async run({ ctx }, { cursor, limit }): Promise<Page<RoleRow>> {
    const pages = keyset({ key: sql`name`, keyType: "text", id: sql`id` }, { cursor, limit });
    const rows = await read(ctx).$queryRaw<RoleRow[]>(sql`
      SELECT ${columns} FROM roles WHERE organization_id = ${ctx.organizationId}::uuid ${pages.where} ${pages.tail}`);
    return pages.page(rows.map(known), (row) => ({ key: row.name, id: row.id }));
  },
});

/** Returns a role of the organization. @throws NotFound */
export const getRole = query({
  name: "role.get",
  caller: staff("user:read"),
  input: z.string(),
  async run({ ctx }, id): Promise<RoleRow> {
    const [row] = isUuid(id)
      ? await read(ctx).$queryRaw<RoleRow[]>(sql`
          SELECT ${columns} FROM roles WHERE organization_id = ${ctx.organizationId}::uuid AND id = ${id}::uuid`)
      : [];
    if (!row) throw new NotFound("role", id);
    return known(row);
  },
});

/** Names a role of the organization that a person can get. */
export type RoleChoice = { id: string; name: string; permissions: Permission[] };

/** Returns all roles of the organization by name, from which somebody chooses one for a person. */
export const roleChoices = query({
  name: "role.choices",
  caller: staff("user:read"),
  input: nothing,
  async run({ ctx }): Promise<RoleChoice[]> {
    const rows = await read(ctx).staffRole.findMany({
      orderBy: [{ name: "asc" }, { id: "asc" }],
      select: { id: true, name: true, permissions: true },
    });
    return rows.map(known);
  },
});

/** Leaves out what a later version of the product knows, and puts the permissions in the order of the table. */
function known<Row extends { permissions: string[] }>(row: Row) {
  return {
    ...row,
    permissions: permissionsOfPerson({ role: "custom", defined: row.permissions, accountRole: null }),
  };
}
