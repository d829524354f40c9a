import "server-only";
import { availableParallelism } from "node:os";
import { hash, verify } from "@node-rs/argon2";
import pLimit from "p-limit";

/** Follows OWASP: 19 MiB, two passes; algorithm 2 is argon2id. */
const options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Leaves one processor to everything else, since each hash takes one whole. */
const atOnce = pLimit(Math.max(1, availableParallelism() - 1));

/** Bounds how many sign-ins wait for a hash in one web process. */
export const mostWaiting = 64;
let places = 0;

export function hashPassword(password: string): Promise<string> {
  return atOnce(() => hash(password, options));
}

let nobodysHash: Promise<string> | undefined;

/**
 * Verifies a password. It takes as long without a hash as with one, so that the time does not reveal which accounts exist.
 */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword(crypto.randomUUID());
  const compared = passwordHash ?? (await nobodysHash);
  const matches = await atOnce(() => verify(compared, password));
  return matches && passwordHash !== null;
}

/** Returns what gives back a place among the sign-ins that wait for a hash, or null if all places are taken. */
export function takePlace(): (() => void) | null {
  if (places >= mostWaiting) return null;
  places++;
  return () => void places--;
}
