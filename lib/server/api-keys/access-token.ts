import "server-only";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { sessionSecret } from "../sign-in/session-token";

/** Sets how long an access token counts. */
export const accessTokenSeconds = 60 * 60;

/** Holds what an access token stands for: a secret of a key, by its hash. The token ends when that secret ends. */
const Claims = z.object({ secretHash: z.string().regex(/^[0-9a-f]{64}$/) });

const sealed = () => ({ secret: sessionSecret(), salt: "access token of the API" });

/** Returns an encrypted token for an hour, which no key's secret can be read from. */
export function makeAccessToken(secretHash: string): Promise<string> {
  return encode({ ...sealed(), token: { secretHash }, maxAge: accessTokenSeconds });
}

/** Tells an encrypted token from a secret, which has no dots. */
export function isAccessToken(text: string): boolean {
  return text.includes(".");
}

/** Returns the hash of the secret that the token stands for, or null if it is none of ours or too old. */
export async function readAccessToken(token: string): Promise<string | null> {
  try {
    const claims = Claims.safeParse(await decode({ ...sealed(), token }));
    return claims.success ? claims.data.secretHash : null;
  } catch {
    return null;
  }
}
