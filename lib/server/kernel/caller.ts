import "server-only";
import type { Permission } from "@/lib/domain/permissions";
import type { Ctx } from "./ctx";

/**
 * Says who may call a command or query. A call gets a `Who` first, which only a session or the system itself makes. See
 * docs/architecture.md, "One definition, many doors".
 */
export type Caller<Who> = {
  readonly kind: "staff" | "customer" | "reseller";
  /** Names the permissions of which the caller needs one. */
  readonly permissions: readonly [Permission, ...Permission[]];
  readonly ctxOf: (who: Who) => Ctx;
};

/** Allows a call to people and programs that work in BSS and have one of these permissions. */
export function staff(...permissions: [Permission, ...Permission[]]): Caller<Ctx> {
  return { kind: "staff", permissions, ctxOf: (ctx) => ctx };
}
