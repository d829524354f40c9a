import "server-only";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { type Permission, permissions } from "@/lib/domain/permissions";
import { sessionSecret } from "../sign-in/session/session-token";

/** Sets how long an access token counts. */
export const accessTokenSeconds = 60 * 60;

/**
 * Holds what an access token stands for: a secret of a key, by its hash, and the permissions that were asked for, or null for
 * all that the key has. The token ends when that secret ends.
 */
const Claims = z.object({
  secretHash: z.string().regex(/^[0-9a-f]{64}$/),
  scopes: z.array(z.enum(permissions)).nullable(),
});
export type AccessToken = z.infer<typeof Claims>;

const sealed = () => ({ secret: sessionSecret(), salt: "access token of the API" });

/** Returns an encrypted token for an hour, which no key's secret can be read from. */
export function makeAccessToken(secretHash: string, scopes: Permission[] | null): Promise<string> {
  return encode({ ...sealed(), token: { secretHash, scopes }, maxAge: accessTokenSeconds });
}

/** Tells an encrypted token from a secret, which has no dots. */
export function isAccessToken(text: string): boolean {
  return text.includes(".");
}

/** Returns what the token stands for, or null if it is none of ours or too old. */
export async function readAccessToken(token: string): Promise<AccessToken | null> {
  try {
    const claims = Claims.safeParse(await decode({ ...sealed(), token }));
    return claims.success ? claims.data : null;
  } catch {
    return null;
  }
}
