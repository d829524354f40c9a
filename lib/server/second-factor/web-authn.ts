import "server-only";
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { isoBase64URL } from "@simplewebauthn/server/helpers";
import { config } from "../kernel/config";
import { log } from "../kernel/log";

/** Asks browsers for passkeys and checks what they sign (WebAuthn): docs/domain.md, section 7, "Second factor". */

type Kept = { credentialId: string };

const site = () => new URL(config().publicUrl);

const described = ({ credentialId: id }: Kept) => ({ id });

/** Asks a browser to make a passkey for a person, which none of their devices has yet. */
export function askForNewPasskey(
  person: { id: string; email: string; name: string },
  challenge: string,
  has: readonly Kept[],
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: "Order Desk",
    rpID: site().hostname,
    userID: new Uint8Array(Buffer.from(person.id)),
    userName: person.email,
    userDisplayName: person.name,
    challenge: isoBase64URL.toBuffer(challenge),
    attestationType: "none",
    excludeCredentials: has.map(described),
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
  });
}

/** Asks a browser to sign with a passkey: one of these, or without them whichever the person chooses. */
export function askForPasskey(
  challenge: string,
  of?: readonly Kept[],
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: site().hostname,
    challenge: isoBase64URL.toBuffer(challenge),
    userVerification: "required",
    ...(of && { allowCredentials: of.map(described) }),
  });
}

const expected = (expectedChallenge: string) => ({
  expectedChallenge,
  expectedOrigin: site().origin,
  expectedRPID: site().hostname,
  requireUserVerification: true,
});

export type NewPasskey = Kept & { publicKey: Uint8Array<ArrayBuffer>; counter: bigint };

/** Returns the passkey that a browser has made, or null if it did not answer this question. */
export async function madePasskey(
  response: RegistrationResponseJSON,
  challenge: string,
): Promise<NewPasskey | null> {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response,
      ...expected(challenge),
    });
    if (!verified) return null;
    const { id, publicKey, counter } = registrationInfo.credential;
    return { credentialId: id, publicKey, counter: BigInt(counter) };
  } catch (err) {
    log.info({ err, event: "passkey_refused" }, "A new passkey was refused");
    return null;
  }
}

/** Returns the count of uses that a passkey signed with its answer, or null if the answer is not its own to this question. */
export async function signedCount(
  response: AuthenticationResponseJSON,
  challenge: string,
  passkey: NewPasskey,
): Promise<bigint | null> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      ...expected(challenge),
      credential: {
        ...described(passkey),
        publicKey: passkey.publicKey,
        counter: Number(passkey.counter),
      },
    });
    return verified ? BigInt(authenticationInfo.newCounter) : null;
  } catch (err) {
    log.info({ err, event: "passkey_refused" }, "A passkey was refused");
    return null;
  }
}
