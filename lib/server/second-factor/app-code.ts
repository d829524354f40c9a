import "server-only";
import { Secret, TOTP } from "otpauth";

/** Codes of authenticator apps, as all of them compute them (RFC 6238): docs/domain.md, section 7, "Second factor". */

/** A code changes after so many seconds, which are a step. */
const period = 30;
const secretBytes = 20;

/** Clocks of phones may be wrong by this many steps. */
const window = 1;

/** Makes the secret that an app and we share, in base32. */
export function makeAppSecret(): string {
  return new Secret({ size: secretBytes }).base32;
}

/** Returns what an app reads from the picture that sets it up. `issuer` and `email` are what the app shows. */
export function setupUri(secret: string, issuer: string, email: string): string {
  return new TOTP({ issuer, label: email, secret: Secret.fromBase32(secret), period }).toString();
}

/** Returns the step of which a code of six digits is, or null if it is of none around now. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = new TOTP({ secret: Secret.fromBase32(secret), period }).validate({
    token: code,
    timestamp,
    window,
  });
  return delta === null ? null : TOTP.counter({ period, timestamp }) + delta;
}
