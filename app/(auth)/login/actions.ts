"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ActionFailure } from "@/lib/schemas/action-result";
import { invitationIn, leadingOn, safeNextPath } from "@/lib/schemas/sign-in";
import { describeError } from "@/lib/server/doors/action";
import { admitHere } from "@/lib/server/sign-in/admit-here";
import { clientAddress } from "@/lib/server/sign-in/session/client-address";
import { requestCookies } from "@/lib/server/sign-in/session/known-device";
import { keepStep } from "@/lib/server/sign-in/session/step-cookie";
import { signIn } from "@/lib/server/sign-in/sign-in";
import { refused } from "./words";

export async function signInAction(_previous: ActionFailure | null, form: FormData): Promise<ActionFailure> {
  try {
    const address = clientAddress(await headers());
    const cookieOf = await requestCookies();
    const next = safeNextPath(form.get("next"));
    const result = await signIn(
      { now: new Date(), address, cookieOf, invitation: invitationIn(next) },
      { email: text(form, "email"), password: text(form, "password") },
    );
    if (!result.ok) return refused(result.refusal, "password");

    if ("waitsWith" in result.value) {
      await keepStep(result.value.waitsWith);
      redirect(leadingOn("/login/second-factor", next));
    }
    return await admitHere(result.value, next);
  } catch (error) {
    const failure = describeError(error);
    return failure.reason === "invalid"
      ? { ...failure, message: "Fill in the marked fields to sign in." }
      : failure;
  }
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
