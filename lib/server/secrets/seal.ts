import { CompactEncrypt, compactDecrypt } from "jose";
import { log } from "../kernel/log";
import { secretsKeys } from "./keys";

/** Names whose secret is sealed, so that none counts in another one's place. */
export type SecretOf = "vendor" | "credit_check" | "webhook" | "authenticator_app";

/**
 * Seals a secret for its row: a compact JWE that names its key. It opens for the same owner and kind of row only, so that a copy
 * in another row is worth nothing. The owner is an organization or a person. See docs/domain.md, section 7, "Secrets at rest".
 */
export function seal(
  ownerId: string,
  of: SecretOf,
  secret: string,
  { sealing: key } = secretsKeys(),
): Promise<string> {
  return new CompactEncrypt(new TextEncoder().encode(secret))
    .setProtectedHeader({ alg: "dir", enc: "A256GCM", kid: key.id, aud: audience(ownerId, of) })
    .encrypt(key.bytes);
}

/**
 * Opens what `seal` made. Returns null if it was sealed with a key that is not here or for another row, or was changed; the log
 * says which.
 */
export async function unsealed(
  ownerId: string,
  of: SecretOf,
  sealed: string,
  { all: keys } = secretsKeys(),
): Promise<string | null> {
  try {
    const { plaintext, protectedHeader } = await compactDecrypt(
      sealed,
      ({ kid }) => {
        const key = keys.find(({ id }) => id === kid);
        if (!key) throw new Error(`SECRETS_KEY has no key with the id ${kid}`);
        return key.bytes;
      },
      { keyManagementAlgorithms: ["dir"], contentEncryptionAlgorithms: ["A256GCM"] },
    );
    if (protectedHeader.aud !== audience(ownerId, of)) throw new Error("It was sealed for another row");
    return new TextDecoder().decode(plaintext);
  } catch (err) {
    log.error({ err, ownerId, of }, "A secret cannot be read");
    return null;
  }
}

function audience(ownerId: string, of: SecretOf): string {
  return `${of} ${ownerId}`;
}
