import "server-only";
import { cookies } from "next/headers";
import { stepMinutes } from "@/lib/domain/sign-in/second-factor";
import { isSecure, sessionCookieOptions } from "./session-token";

/** Keeps in the browser by what a sign-in that has begun goes on. Scripts cannot read it. */

const cookieName = () => `${isSecure() ? "__Secure-" : ""}order-desk.sign-in-step`;

export async function keepStep(token: string): Promise<void> {
  (await cookies()).set(cookieName(), token, { ...sessionCookieOptions(), maxAge: stepMinutes * 60 });
}

/** Returns the secret of the step, or "" if the browser holds none. */
export async function keptStep(): Promise<string> {
  return (await cookies()).get(cookieName())?.value ?? "";
}

export async function forgetStep(): Promise<void> {
  (await cookies()).set(cookieName(), "", { ...sessionCookieOptions(), maxAge: 0 });
}
