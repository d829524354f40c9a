import "server-only";
import { createHash } from "node:crypto";
import { makeSecret } from "../outside/signature";

/** Holds a new secret of a key, and what is kept of it. */
export type KeySecret = { secret: string; prefix: string; hash: string };

const prefixLength = "od_".length + 8;

/** Makes a secret of 256 random bits. */
export function makeKeySecret(): KeySecret {
  const secret = `od_${makeSecret()}`;
  return { secret, prefix: secret.slice(0, prefixLength), hash: hashOfSecret(secret) };
}

/** Returns what a secret is found by. A quick hash is enough, since nobody can guess 256 random bits. */
export function hashOfSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
