import "server-only";
import type { Caller } from "../kernel/caller";
import { currentSession, type Session } from "../sign-in/session";
import { customerOf, resellerOf } from "../storefront/customer";

/** What each kind of caller is, of a session. @throws Forbidden */
const of = {
  staff: ({ ctx }: Session) => ctx,
  customer: customerOf,
  reseller: resellerOf,
};

/** Answers who is signed in as what the command or query takes; null is nobody. @throws Forbidden */
export async function whoAsks<Who>(caller: Caller<Who>): Promise<Who | null> {
  const session = await currentSession();
  // A caller's kind is what its `Who` is made by: docs/architecture.md, "One definition, many doors".
  return session && (of[caller.kind](session) as Who);
}
