import "server-only";
import type { Permission } from "@/lib/domain/permissions";
import type { Ctx } from "./ctx";

/**
 * Who may call a command or query: docs/architecture.md, "One definition, many doors". `Who` is what the call is given
 * first, which only a session, the worker or an API key makes.
 */
export type Caller<Who> = {
  readonly kind: "staff" | "customer" | "reseller";
  /** One of these is asked for in any case. */
  readonly permissions: readonly [Permission, ...Permission[]];
  readonly ctxOf: (who: Who) => Ctx;
};

/** Names a person or a program that works in BSS and has one of these permissions. */
export function staff(...permissions: [Permission, ...Permission[]]): Caller<Ctx> {
  return { kind: "staff", permissions, ctxOf: (ctx) => ctx };
}
