import "server-only";
import { type Role, roleLabels } from "@/lib/domain/permissions";
import type { Ctx, OrganizationId } from "../../kernel/ctx";

/** Somebody of that role asking in that organization, now unless told otherwise. */
export function ctxOf(organization: { organizationId: OrganizationId }, role: Role, now = new Date()): Ctx {
  const id = crypto.randomUUID();
  return {
    organizationId: organization.organizationId,
    actor: { type: "user", id, name: `${roleLabels[role]} ${id.slice(0, 4)}`, role },
    now,
    timeZone: "UTC",
    locale: "en-GB",
    requestId: crypto.randomUUID(),
  };
}

/** The same person at another time. */
export function at(ctx: Ctx, now: Date): Ctx {
  return { ...ctx, now };
}
