import "server-only";
import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { isoCBOR } from "@simplewebauthn/server/helpers";
import { config } from "../../kernel/config";

/** Makes and signs as the passkey of a device does (WebAuthn), for tests. */

const base64 = (bytes: Uint8Array | string) => Buffer.from(bytes).toString("base64url");
const sha256 = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest();
const site = () => new URL(config().publicUrl);

const present = 0x01;
const verified = 0x04;
const attested = 0x40;

type Lies = { origin?: string; host?: string; unverified?: boolean; counter?: number };

export function softwarePasskey() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const id = randomBytes(16);
  let uses = 0;

  const clientData = (type: string, challenge: string, { origin = site().origin }: Lies) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));

  function authenticatorData(flags: number, { host = site().hostname, unverified, counter }: Lies): Buffer {
    const count = Buffer.alloc(4);
    uses = counter ?? uses + 1;
    count.writeUInt32BE(uses);
    const kept = unverified ? flags & ~verified : flags;
    return Buffer.concat([sha256(host), Buffer.from([kept]), count]);
  }

  return {
    id: base64(id),

    /** Answers the question for a new passkey. */
    make(challenge: string, lies: Lies = {}): RegistrationResponseJSON {
      const { x = "", y = "" } = publicKey.export({ format: "jwk" });
      const key = new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(Buffer.from(x, "base64url"))],
        [-3, new Uint8Array(Buffer.from(y, "base64url"))],
      ]);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const authData = Buffer.concat([
        authenticatorData(present | verified | attested, lies),
        ...[Buffer.alloc(16), length, id, Buffer.from(isoCBOR.encode(key))],
      ]);
      const attestation = new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", new Uint8Array(authData)],
      ]);
      return {
        ...{ id: base64(id), rawId: base64(id), type: "public-key", clientExtensionResults: {} },
        response: {
          clientDataJSON: base64(clientData("webauthn.create", challenge, lies)),
          attestationObject: base64(isoCBOR.encode(attestation as never)),
        },
      };
    },

    /** Answers the question who signs in. */
    sign(challenge: string, lies: Lies = {}): AuthenticationResponseJSON {
      const data = clientData("webauthn.get", challenge, lies);
      const authData = authenticatorData(present | verified, lies);
      const signature = createSign("sha256")
        .update(Buffer.concat([authData, sha256(data)]))
        .sign(privateKey);
      return {
        ...{ id: base64(id), rawId: base64(id), type: "public-key", clientExtensionResults: {} },
        response: {
          clientDataJSON: base64(data),
          authenticatorData: base64(authData),
          signature: base64(signature),
        },
      };
    },
  };
}
