"use server";

import { redirect } from "next/navigation";
import type { ActionFailure, ActionResult } from "@/lib/schemas/action-result";
import { actionOfInvitee } from "@/lib/server/doors/invitation";
import { actionByLink } from "@/lib/server/doors/link";
import { beginByLink } from "@/lib/server/own-identities/commands/begin-by-link";
import { choosePassword } from "@/lib/server/profile/commands/choose-password";
import { confirmEmail } from "@/lib/server/profile/commands/confirm-email";
import { declineInvitation } from "@/lib/server/profile/commands/decline";
import { joinOrganization } from "@/lib/server/profile/commands/join";
import { keepIdentityStep } from "@/lib/server/sign-in/session/identity-step-cookie";
import { homePath } from "@/lib/server/sign-in/session/session";
import { endSession } from "@/lib/server/sign-in/session/session-token";
import { switchOrganization } from "@/lib/server/sign-in/session/switch";

const byPurpose = {
  invitation: actionByLink("invitation", choosePassword),
  password: actionByLink("password", choosePassword),
};
type Confirmed = ActionResult<{ email: string }>;
const join = actionOfInvitee(joinOrganization);
const decline = actionOfInvitee(declineInvitation);
const beginByPurpose = {
  invitation: actionByLink("invitation", beginByLink),
  password: actionByLink("password", beginByLink),
};
const confirm = actionByLink("email", confirmEmail);

/** Sets the password that a link is for, and leads to sign-in. It signs out the person who is signed in in this browser. */
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

/** Begins to use a link by an account at the identity provider. */
export async function beginByLinkAction(
  purpose: "invitation" | "password",
  secret: string,
): Promise<ActionResult<null>> {
  const begun = await beginByPurpose[purpose === "invitation" ? "invitation" : "password"](secret, {});
  if (!begun.ok) return begun;
  await keepIdentityStep(begun.value.token ?? "");
  return { ok: true, value: null };
}

/** Confirms the email address that a link is for. */
export async function confirmEmailAction(_previous: Confirmed | null, form: FormData): Promise<Confirmed> {
  return confirm(text(form, "secret"), {});
}

/** Joins the organization of an invitation, and goes there, or says why the session of this request does not. */
export async function joinAction(_previous: ActionFailure | null, form: FormData): Promise<ActionFailure> {
  const result = await join({ secret: text(form, "secret") });
  if (!result.ok) return result;
  const { organizationId } = result.value;
  const there = await switchOrganization(organizationId);
  if (there.ok) redirect(homePath(there.value.role));
  const { reason } = there.refusal;
  const lacks = reason === "lacks_factor" || reason === "lacks_single_sign_on";
  redirect(lacks ? `/joined?${new URLSearchParams({ organization: organizationId, why: reason })}` : "/");
}

/** Declines the invitation of a link. */
export async function declineAction(_previous: ActionFailure | null, form: FormData): Promise<ActionFailure> {
  const result = await decline({ secret: text(form, "secret") });
  if (!result.ok) return result;
  redirect("/");
}

/** Signs out the person who is signed in, so that the person of the link can sign in. */
export async function signOutForLinkAction(form: FormData): Promise<never> {
  await endSession();
  redirect(`/welcome/${encodeURIComponent(text(form, "secret"))}`);
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
