import "server-only";
import { cookies } from "next/headers";
import { stepMinutes } from "@/lib/domain/sign-in/second-factor";
import { isSecure, sessionCookieOptions } from "./session-token";

/**
 * Keeps in the browser for what it goes to the identity provider, if that is not to sign in. Scripts cannot read it, and the
 * provider does not get it.
 */

const cookieName = () => `${isSecure() ? "__Secure-" : ""}order-desk.identity-step`;

export async function keepIdentityStep(token: string): Promise<void> {
  (await cookies()).set(cookieName(), token, { ...sessionCookieOptions(), maxAge: stepMinutes * 60 });
}

/** Returns the secret of the step, or "" if the browser holds none. */
export async function keptIdentityStep(): Promise<string> {
  return (await cookies()).get(cookieName())?.value ?? "";
}

export async function forgetIdentityStep(): Promise<void> {
  (await cookies()).set(cookieName(), "", { ...sessionCookieOptions(), maxAge: 0 });
}
