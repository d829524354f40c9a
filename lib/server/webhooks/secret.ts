import "server-only";
import { randomBytes } from "node:crypto";

/** Makes a secret as Standard Webhooks 1.0.0 writes it, of 32 random bytes. */
export function makeWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString("base64")}`;
}
