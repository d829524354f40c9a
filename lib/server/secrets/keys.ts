import { createHash } from "node:crypto";
import { config } from "../kernel/config";

/** Holds a key that secrets are sealed with. Its id is in what it sealed, and says nothing about the key. */
export type SecretsKey = { id: string; bytes: Uint8Array };

/** Holds the keys: `sealing` seals, and all of them open. */
export type SecretsKeys = { sealing: SecretsKey; all: readonly SecretsKey[] };

let kept: SecretsKeys | undefined;

/** Returns the keys of SECRETS_KEY, which are read once. */
export function secretsKeys(): SecretsKeys {
  kept ??= keysOf(config().secretsKeys);
  return kept;
}

/** Reads keys of 32 bytes in base64, of which the first one seals. */
export function keysOf(texts: readonly string[]): SecretsKeys {
  const all = texts.map((text) => {
    const bytes = Buffer.from(text, "base64url");
    return { id: createHash("sha256").update(bytes).digest("base64url").slice(0, 8), bytes };
  });
  const [sealing] = all;
  if (!sealing) throw new Error("SECRETS_KEY is not set: start the product with npm start or npm run dev");
  return { sealing, all };
}
