import "server-only";
import { sql } from "../kernel/db";

/** Tells whether a person was invited and has not accepted: without a password, nobody signed in as them. */
export function isInvited(user: { passwordHash: string | null; lastSignInAt: Date | null }): boolean {
  return user.passwordHash === null && user.lastSignInAt === null;
}

/** Asks the same of a row of `users`. */
export const invited = sql`(users.password_hash IS NULL AND users.last_sign_in_at IS NULL)`;
