import { randomUUID } from "node:crypto";
import { type Permission, permissionsOfPerson, type Role } from "@/lib/domain/permissions";
import { Forbidden } from "./errors";

declare const organizationBrand: unique symbol;
/** Marks the id of an organization that was derived from a caller, so that no query runs without one. */
export type OrganizationId = string & { readonly [organizationBrand]: true };

export type Actor = {
  type: "user" | "api_key" | "scheduler" | "system";
  /** Is null for the scheduler and the system. */
  id: string | null;
  /** Holds the name that the history shows. */
  name: string;
  role: Role;
  /** Holds what the role allowed when the actor was found, at the beginning of each request. */
  permissions: readonly Permission[];
  /** Narrows the permissions of the role, as an API key can. Without it, the actor has all of them. */
  scopes?: readonly Permission[];
};

/** Says who is asking, for which organization, and when. Commands and queries take it as their first argument. */
export type Ctx = {
  readonly organizationId: OrganizationId;
  readonly actor: Actor;
  readonly now: Date;
  /** Holds the IANA time zone of the actor. Documents use the organization's days instead: see `organizationDay`. */
  readonly timeZone: string;
  /** Holds a BCP 47 tag, in which sentences for the reader write amounts and days. */
  readonly locale: string;
  /** Identifies the request in every line that it writes to the log. */
  readonly requestId: string;
  /** Names the session in which a person asks. */
  readonly sessionId?: string;
  /** Names the bulk run that acts for the actor, which the history keeps. */
  readonly bulkRunId?: string;
};

export function organizationId(id: string): OrganizationId {
  return id as OrganizationId;
}

export function may({ actor: { permissions, scopes } }: Ctx, permission: Permission): boolean {
  return permissions.includes(permission) && (scopes?.includes(permission) ?? true);
}

/** Requires a permission that only some uses of a command need. @throws Forbidden */
export function requirePermission(ctx: Ctx, permission: Permission): void {
  if (!may(ctx, permission)) throw new Forbidden(permission);
}

/** Is what the product itself acts with. */
export const administrator = {
  role: "administrator",
  permissions: permissionsOfPerson({ role: "administrator", defined: null, accountRole: null }),
} as const satisfies Pick<Actor, "role" | "permissions">;

/** Returns the context of the scheduler in an organization. See docs/domain.md, section 5. */
export function schedulerCtx(organization: string, now: Date): Ctx {
  const system = systemCtx(organization, now);
  return { ...system, actor: { ...system.actor, type: "scheduler", name: "Scheduler" } };
}

/** Returns the context of the product itself in an organization: the worker, the seed or the command line. */
export function systemCtx(organization: string, now: Date, timeZone = "UTC"): Ctx {
  return {
    organizationId: organizationId(organization),
    actor: { type: "system", id: null, name: "System", ...administrator },
    now,
    timeZone,
    locale: "en-GB",
    requestId: randomUUID(),
  };
}
