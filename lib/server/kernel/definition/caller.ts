import "server-only";
import type { Permission } from "@/lib/domain/permissions";
import { type Ctx, schedulerCtx, systemCtx } from "../ctx";

/**
 * Says who may call a command or query. A call first gets a `Who`, which only a session or the system itself makes. See
 * docs/architecture.md, "One definition, many doors".
 */
export type Caller<Who> = {
  readonly kind: "staff" | "customer" | "reseller" | "person" | "link" | "machine";
  /** Names the permissions of which the caller needs one. People and holders of links need none for what is their own. */
  readonly permissions: readonly Permission[];
  readonly ctxOf: (who: Who) => Ctx;
  /** Says that a session counts which still lacks the second factor that its organization requires. */
  readonly beforeFactor?: true;
};

/** Allows a call to people and programs that work in BSS and have one of these permissions. */
export function staff(...permissions: [Permission, ...Permission[]]): Caller<Ctx> {
  return { kind: "staff", permissions, ctxOf: (ctx) => ctx };
}

/** Describes a caller that is not a person and acts in an organization for the product itself. */
export type MachineCaller = Caller<Ctx> & {
  readonly kind: "machine";
  readonly actIn: (organizationId: string, now: Date) => Ctx;
};

const actors = { system: systemCtx, scheduler: schedulerCtx };

/** Allows a call to the product itself, which acts and is recorded under this name. */
export function machine(
  name: keyof typeof actors,
  ...permissions: [Permission, ...Permission[]]
): MachineCaller {
  const actIn = (organizationId: string, now: Date) => actors[name](organizationId, now);
  return { kind: "machine", permissions, ctxOf: (ctx) => ctx, actIn };
}
