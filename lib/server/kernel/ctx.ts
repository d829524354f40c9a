import { randomUUID } from "node:crypto";
import { type Permission, type Role, roleMay } from "@/lib/domain/permissions";
import { Forbidden } from "./errors";

declare const organizationBrand: unique symbol;
/** Only who has established who is asking can make one, so no query runs without. */
export type OrganizationId = string & { readonly [organizationBrand]: true };

export type Actor = {
  type: "user" | "api_key" | "scheduler" | "system";
  /** Empty for the scheduler and the system. */
  id: string | null;
  /** As the history will show it. */
  name: string;
  role: Role;
};

/** Who is asking, for which organization, and when: the first argument of every command and query. */
export type Ctx = {
  readonly organizationId: OrganizationId;
  readonly actor: Actor;
  readonly now: Date;
  /** IANA name of where the actor is. Days of the company's documents are the organization's: `organizationDay`. */
  readonly timeZone: string;
  /** BCP 47; sentences for the reader write amounts and days in it. */
  readonly locale: string;
  /** Names the request in every line of the log that it makes. */
  readonly requestId: string;
  /** Which bulk run acts for them, as the history keeps it. */
  readonly bulkRunId?: string;
};

export function organizationId(id: string): OrganizationId {
  return id as OrganizationId;
}

export function may(ctx: Ctx, permission: Permission): boolean {
  return roleMay(ctx.actor.role, permission);
}

/** @throws Forbidden, where only some of what a command may do needs the permission. */
export function requirePermission(ctx: Ctx, permission: Permission): void {
  if (!may(ctx, permission)) throw new Forbidden(permission);
}

/** The scheduler at work in an organization: docs/domain.md, section 5. */
export function schedulerCtx(organization: string, now: Date): Ctx {
  const actor: Actor = { type: "scheduler", id: null, name: "Scheduler", role: "administrator" };
  return { ...systemCtx(organization, now), actor };
}

/** The product itself at work in an organization: the worker, the seed, the command line. */
export function systemCtx(organization: string, now: Date, timeZone = "UTC"): Ctx {
  return {
    organizationId: organizationId(organization),
    actor: { type: "system", id: null, name: "System", role: "administrator" },
    now,
    timeZone,
    locale: "en-GB",
    requestId: randomUUID(),
  };
}
