import "server-only";
import type { Ctx } from "../kernel/ctx";
import type { Caller } from "../kernel/definition/caller";
import type { Session } from "../sign-in/session/session";

declare const personBrand: unique symbol;

/** Holds a person who is signed in, in BSS or the Storefront, and whose own name, email and password this is about. */
export type PersonCtx = {
  readonly ctx: Ctx;
  readonly userId: string;
  /** Tells whether more than a password was asked for when the session began. */
  readonly signedInWithFactor: boolean;
  readonly [personBrand]: true;
};

/** Allows a call to everybody who signs in, about themselves. Programs have no profile, and so no `PersonCtx`. */
export const people: Caller<PersonCtx> = { kind: "person", permissions: [], ctxOf: ({ ctx }) => ctx };

/**
 * Allows the same to those who have yet to set up the second factor that their organization requires, and may do nothing else
 * before. See docs/domain.md, section 7, "Second factor".
 */
export const peopleBeforeFactor: Caller<PersonCtx> = { ...people, beforeFactor: true };

/** Returns the person of a session. */
export function personOf({
  ctx,
  user,
  signedInWithFactor,
}: Pick<Session, "ctx" | "user" | "signedInWithFactor">): PersonCtx {
  return { ctx, userId: user.id, signedInWithFactor } as PersonCtx;
}
