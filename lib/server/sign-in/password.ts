import "server-only";
import { hash, verify } from "@node-rs/argon2";
import { trimmed } from "@/lib/domain/values/trimmed";

/** Follows OWASP: 19 MiB, two passes; algorithm 2 is argon2id. */
const options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, options);
}

let nobodysHash: Promise<string> | undefined;

/**
 * Verifies a password. It takes as long without a hash as with one, so that the time does not reveal which accounts exist.
 * White space around it does not count, but older passwords may have some.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword(crypto.randomUUID());
  const kept = passwordHash ?? (await nobodysHash);
  const matches =
    (await verify(kept, trimmed(password))) ||
    (trimmed(password) !== password && (await verify(kept, password)));
  return matches && passwordHash !== null;
}
