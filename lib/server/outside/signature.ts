import "server-only";
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** Signs and checks calls to and from outside: docs/domain.md, section 3, "Calls". */

export const timestampHeader = "x-order-desk-timestamp";
export const signatureHeader = "x-order-desk-signature";

/** Limits how many seconds a signed time may differ from ours. An older message is a replay. */
const windowSeconds = 300;

export function makeSecret(): string {
  return randomBytes(32).toString("base64url");
}

export function signed(secret: string, body: string, now: Date): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  return { [timestampHeader]: timestamp, [signatureHeader]: `v1=${digest(secret, timestamp, body)}` };
}

/** Tells whether a party that knows the secret has just sent this body. */
export function isSigned(
  secret: string,
  message: { body: string; timestamp: string | null; signature: string | null },
  now: Date,
): boolean {
  const { body, timestamp, signature } = message;
  if (!timestamp || !/^\d{1,12}$/.test(timestamp)) return false;
  const age = Math.abs(now.getTime() / 1000 - Number(timestamp));
  const expected = Buffer.from(`v1=${digest(secret, timestamp, body)}`);
  const given = Buffer.from(signature ?? "");
  const equal = given.length === expected.length && timingSafeEqual(given, expected);
  return equal && age <= windowSeconds;
}

function digest(secret: string, timestamp: string, body: string): string {
  return createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
}
