import "server-only";
import { z } from "zod";
import type { Identity } from "@/lib/domain/sign-in/identity";
import { unscoped } from "../kernel/db";

/** Takes what an identity provider calls itself and an account of it, exactly as it does. */
export const IdentityFields = {
  issuer: z.string().regex(/^https?:\/\/[\x21-\x7e]{1,490}$/),
  subject: z.string().regex(/^(?! )[^\p{Cc}\p{Cs}]{1,255}(?<! )$/u),
};
const IdentityInput = z.object(IdentityFields);

/** Is all that a provider vouches for: an account, and an email address only if it has verified that one. */
export type Vouched = Identity & { verifiedEmail: string | null };

/** Returns whom the claims of a provider are about, or null if they name no account that can be kept. */
export function vouchedBy(claims: unknown): Vouched | null {
  const { iss, sub, email, email_verified } = (claims ?? {}) as Record<string, unknown>;
  const identity = IdentityInput.safeParse({ issuer: iss, subject: sub });
  if (!identity.success) return null;
  const verifiedEmail = typeof email === "string" && email_verified === true ? email : null;
  return { ...identity.data, verifiedEmail };
}

/** Returns whose identity it is, or null. */
export async function personOfIdentity({ issuer, subject }: Identity): Promise<string | null> {
  const found = await unscoped().identity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { personId: true },
  });
  return found?.personId ?? null;
}
