import "server-only";
import { createHash } from "node:crypto";
import { type LinkPurpose, linkMs, linkPages } from "@/lib/domain/one-time-link";
import { config } from "../kernel/config";
import { makeSecret } from "../outside/signature";

/** Makes a secret of 256 random bits, and what is kept of it from now on. */
export function makeLinkSecret(now: Date): { secret: string; kept: { hash: string; endsAt: Date } } {
  const secret = makeSecret();
  return { secret, kept: { hash: hashOfLink(secret), endsAt: new Date(now.getTime() + linkMs) } };
}

/** Returns what a link is found by. */
export function hashOfLink(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Returns the address of a link with this secret. */
export function linkUrl(purpose: LinkPurpose, secret: string): string {
  return `${config().publicUrl}${linkPages[purpose]}/${secret}`;
}
