import "server-only";
import { availableParallelism } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { hash, verify } from "@node-rs/argon2";
import pLimit from "p-limit";
import { trimmed } from "@/lib/domain/values/trimmed";

/** Follows OWASP: 19 MiB, two passes; algorithm 2 is argon2id. */
const options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Leaves one processor to everything else, since each hash takes one whole. */
const turns = pLimit(Math.max(1, availableParallelism() - 1));

/** Bounds how many sign-ins wait for their turn in one web process. */
export const mostWaiting = 64;
/** Leaves most places to others, whatever one address sends. */
export const mostWaitingOfAddress = 16;
let places = 0;
const ofAddress = new Map<string, number>();

/**
 * Does work that hashes when its turn comes. While others wait, each turn is followed by a pause of the same length, so that
 * sign-ins take at most half of the processors that they may have, and other pages stay fast.
 */
export function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  const { promise, resolve, reject } = withResolvers<Value>();
  void turns(async () => {
    const begun = performance.now();
    await work().then(resolve, reject);
    if (turns.pendingCount > 0) await sleep(performance.now() - begun);
  });
  return promise;
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, options));
}

let nobodysHash: Promise<string> | undefined;

/**
 * Verifies a password. It takes as long without a hash as with one, so that the time does not reveal which accounts exist.
 * White space around it does not count, but older passwords may have some.
 */
export function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  return inTurn(() => verifyNow(passwordHash, password));
}

/** Does the same for a caller whose turn it is. */
export async function verifyNow(passwordHash: string | null, password: string): Promise<boolean> {
  nobodysHash ??= hash(crypto.randomUUID(), options);
  const kept = passwordHash ?? (await nobodysHash);
  const matches =
    (await verify(kept, trimmed(password))) ||
    (trimmed(password) !== password && (await verify(kept, password)));
  return matches && passwordHash !== null;
}

/**
 * Returns what gives back a place among the sign-ins that wait for their turn, or null if all places are taken, or all that one
 * address may have.
 */
export function takePlace(address: string): (() => void) | null {
  const own = ofAddress.get(address) ?? 0;
  if (places >= mostWaiting || own >= mostWaitingOfAddress) return null;
  places++;
  ofAddress.set(address, own + 1);
  return () => {
    places--;
    const left = (ofAddress.get(address) ?? 1) - 1;
    if (left > 0) ofAddress.set(address, left);
    else ofAddress.delete(address);
  };
}

/** Stands for Promise.withResolvers, which Node.js 20 lacks. */
function withResolvers<Value>() {
  let resolve: (value: Value) => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<Value>((resolved, rejected) => {
    resolve = resolved;
    reject = rejected;
  });
  return { promise, resolve, reject };
}
