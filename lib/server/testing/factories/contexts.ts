import "server-only";
import { type FixedRole, permissionsOfPerson, roleLabels } from "@/lib/domain/permissions";
import type { Ctx, OrganizationId } from "../../kernel/ctx";

/** Returns the Ctx of a person with that role in that organization, at the current time by default. */
export function ctxOf(
  organization: { organizationId: OrganizationId },
  role: FixedRole,
  now = new Date(),
): Ctx {
  const id = crypto.randomUUID();
  return {
    organizationId: organization.organizationId,
    actor: {
      ...{ type: "user", id, name: `${roleLabels[role]} ${id.slice(0, 4)}`, role },
      permissions: permissionsOfPerson({ role, defined: null, accountRole: "administrator" }),
    },
    now,
    timeZone: "UTC",
    locale: "en-GB",
    requestId: crypto.randomUUID(),
  };
}

/** Returns the Ctx of the same person at another time. */
export function at(ctx: Ctx, now: Date): Ctx {
  return { ...ctx, now };
}
