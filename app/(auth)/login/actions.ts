"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { count } from "@/lib/domain/format/count";
import { isStaff, type Role } from "@/lib/domain/permissions";
import type { ActionFailure } from "@/lib/schemas/action-result";
import { safeNextPath } from "@/lib/schemas/sign-in";
import { describeError } from "@/lib/server/doors/action";
import { clientAddress } from "@/lib/server/sign-in/client-address";
import { keepDevice, requestCookies } from "@/lib/server/sign-in/known-device";
import { homePath } from "@/lib/server/sign-in/session";
import { startSession } from "@/lib/server/sign-in/session-token";
import { type SignInRefusal, signIn } from "@/lib/server/sign-in/sign-in";

export async function signInAction(_previous: ActionFailure | null, form: FormData): Promise<ActionFailure> {
  try {
    const address = clientAddress(await headers());
    const cookieOf = await requestCookies();
    const result = await signIn(
      { now: new Date(), address, cookieOf },
      { email: text(form, "email"), password: text(form, "password") },
    );
    if (!result.ok) return refused(result.refusal);

    await startSession(result.value);
    await keepDevice(result.value.device);
    redirect(landingPath(result.value.role, safeNextPath(form.get("next"))));
  } catch (error) {
    const failure = describeError(error);
    return failure.reason === "invalid"
      ? { ...failure, message: "Fill in the marked fields to sign in." }
      : failure;
  }
}

/** Returns the page that the person wanted, if it is one of ours. */
function landingPath(role: Role, next: string | null): string {
  return next && next.startsWith("/storefront") !== isStaff(role) ? next : homePath(role);
}

function refused(refusal: SignInRefusal): ActionFailure {
  return { ok: false, reason: "refused", message: wordsOf(refusal), problems: [] };
}

function wordsOf(refusal: SignInRefusal): string {
  if (refusal.reason === "busy") return "Many people are signing in right now. Try again in a moment.";
  const { reason, retryAfterSeconds } = refusal;
  if (reason === "too_many") return `Too many tries. You can try again in ${minutes(retryAfterSeconds)}.`;
  const wrong = "The email or the password is wrong, or the account is not active.";
  return retryAfterSeconds > 0 ? `${wrong} You can try again in ${minutes(retryAfterSeconds)}.` : wrong;
}

function minutes(seconds: number): string {
  return count(Math.ceil(seconds / 60), "minute");
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
