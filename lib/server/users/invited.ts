import "server-only";
import { sql } from "../kernel/db";

/** Tells whether a person was invited and has not accepted. */
export function isInvited(user: { acceptedAt: Date | null }): boolean {
  return user.acceptedAt === null;
}

/** Asks the same of a row of `users`. */
export const invited = sql`(users.accepted_at IS NULL)`;
