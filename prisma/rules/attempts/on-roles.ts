import { insert, type Rows, set } from "./statements";

/** Returns the same for roles that organizations define, and the people who have them. */
export function attemptsOnRoles(rows: Rows): Record<string, string[]> {
  const organization_id = `'${rows.organizationId}'`;
  const one = "'00000000-0000-4000-8000-000000000003'";
  const role = (cells: Record<string, string> = {}) =>
    insert("roles", { organization_id, id: one, name: "'Clerk'", permissions: "'{order:read}'", ...cells });
  const someone = `id = (SELECT id FROM users WHERE organization_id = ${organization_id} AND account_id IS NULL LIMIT 1)`;
  return {
    roles_name_trimmed: [role({ name: "' Clerk'" }), role({ name: "''" })],
    roles_permissions: [
      role({ permissions: "NULL" }),
      role({ permissions: "'{}'" }),
      role({ permissions: "'{moon:walk}'" }),
      role({ permissions: "'{order:read,storefront:approve}'" }),
    ],
    // Nobody gets there by an update that the product makes, since a trigger completes what it says.
    users_account_role: [
      `ALTER TABLE users DISABLE TRIGGER users_complete_account_role; ${set("users", "account_role = 'buyer'", someone)}`,
    ],
    users_custom_role: [
      set("users", "role = 'custom'", someone),
      `${role()}; ${set("users", `role_id = ${one}`, someone)}`,
    ],
  };
}
