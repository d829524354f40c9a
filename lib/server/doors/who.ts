import "server-only";
import type { Caller } from "../kernel/definition/caller";
import { personOf } from "../profile/person";
import { anySession, currentSession, type Session } from "../sign-in/session/session";
import { customerOf, resellerOf } from "../storefront/customer";

/** Makes each kind of caller from a session. @throws Forbidden */
const of = {
  staff: ({ ctx }: Session) => ctx,
  customer: customerOf,
  reseller: resellerOf,
  person: personOf,
  link: () => {
    throw new Error("A link is held, and nobody signs in by it");
  },
  machine: () => {
    throw new Error("Nobody signs in as a machine");
  },
};

/** Returns the signed-in person as the definition takes them, or null if nobody is signed in. @throws Forbidden */
export async function whoAsks<Who>(caller: Caller<Who>): Promise<Who | null> {
  const session = await (caller.beforeFactor ? anySession() : currentSession());
  // The kind decides which of these makes the `Who`, but the compiler cannot see that.
  return session && (of[caller.kind](session) as Who);
}
