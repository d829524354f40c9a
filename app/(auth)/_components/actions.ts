"use server";

import { redirect } from "next/navigation";
import type { ActionFailure, ActionResult } from "@/lib/schemas/action-result";
import { actionByLink } from "@/lib/server/doors/link";
import { choosePassword } from "@/lib/server/profile/commands/choose-password";
import { confirmEmail } from "@/lib/server/profile/commands/confirm-email";
import { endSession } from "@/lib/server/sign-in/session-token";

const byPurpose = {
  invitation: actionByLink("invitation", choosePassword),
  password: actionByLink("password", choosePassword),
};
type Confirmed = ActionResult<{ email: string }>;
const confirm = actionByLink("email", confirmEmail);

/** Sets the password that a link is for, and leads to sign-in. Whoever is signed in in this browser is signed out. */
export async function choosePasswordAction(
  _previous: ActionFailure | null,
  form: FormData,
): Promise<ActionFailure> {
  const choose = byPurpose[form.get("purpose") === "invitation" ? "invitation" : "password"];
  const result = await choose(text(form, "secret"), { password: text(form, "password") });
  if (!result.ok) return result;
  await endSession();
  redirect("/login?done=password");
}

/** Confirms the email address that a link is for. */
export async function confirmEmailAction(_previous: Confirmed | null, form: FormData): Promise<Confirmed> {
  return confirm(text(form, "secret"), {});
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
