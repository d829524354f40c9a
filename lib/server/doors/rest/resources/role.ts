import "server-only";
import { z } from "zod";
import { staffPermissions } from "@/lib/domain/permissions";
import type { RoleRow } from "../../../roles/queries/roles";

export const Role = z
  .object({
    id: z.uuid(),
    version: z.number().int().describe("ETag and If-Match name this version."),
    name: z.string(),
    permissions: z
      .array(z.enum(staffPermissions))
      .describe(
        "These include what the permissions that you sent need, such as `order:read` for `order:edit`.",
      ),
    people: z.number().int().describe("This many users have the role, deactivated ones included."),
  })
  .meta({ id: "Role" });

export function tellRole({ id, version, name, permissions, people }: RoleRow): z.input<typeof Role> {
  return { id, version, name, permissions, people };
}
