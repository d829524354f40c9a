"use server";

import type { ActionResult } from "@/lib/schemas/action-result";
import { action } from "@/lib/server/doors/action";
import { beginLinking } from "@/lib/server/own-identities/commands/begin-linking";
import { unlinkIdentity } from "@/lib/server/own-identities/commands/unlink-identity";
import { keepIdentityStep } from "@/lib/server/sign-in/session/identity-step-cookie";

const begin = action(beginLinking);
export const unlinkIdentityAction = action(unlinkIdentity);

/** Begins to link an account, and keeps in the browser that it goes to the provider for that. */
export async function beginLinkingAction(input: { current?: string }): Promise<ActionResult<null>> {
  const begun = await begin(input);
  if (!begun.ok) return begun;
  await keepIdentityStep(begun.value.token ?? "");
  return { ok: true, value: null };
}
