"use server";

import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/server";
import { headers } from "next/headers";
import type { ActionFailure, ActionResult } from "@/lib/schemas/action-result";
import { SignedByPasskey } from "@/lib/schemas/second-factor";
import { invitationIn, safeNextPath } from "@/lib/schemas/sign-in";
import { describeError } from "@/lib/server/doors/action";
import { admitHere } from "@/lib/server/sign-in/admit-here";
import { beginByPasskey, finishSignIn, signInByPasskey } from "@/lib/server/sign-in/finish";
import { clientAddress } from "@/lib/server/sign-in/session/client-address";
import { requestCookies } from "@/lib/server/sign-in/session/known-device";
import { keepStep, keptStep } from "@/lib/server/sign-in/session/step-cookie";
import { refused } from "./words";

type Finish = typeof signInByPasskey;

/** Begins to sign in by a passkey alone, and answers what the browser asks the person for. */
export async function beginPasskeyAction(): Promise<ActionResult<PublicKeyCredentialRequestOptionsJSON>> {
  try {
    const begun = await beginByPasskey({ now: new Date(), address: clientAddress(await headers()) });
    if (!begun.ok) return refused(begun.refusal, "passkey");
    await keepStep(begun.value.token);
    return { ok: true, value: begun.value.options };
  } catch (error) {
    return describeError(error);
  }
}

/** Signs in by a passkey alone. */
export async function signInByPasskeyAction(response: unknown, next: unknown): Promise<ActionFailure> {
  return finish(response, next, signInByPasskey);
}

/** Signs in by a passkey after a password that was right. */
export async function finishByPasskeyAction(response: unknown, next: unknown): Promise<ActionFailure> {
  return finish(response, next, (request, token, signed) =>
    finishSignIn(request, token, { response: signed }),
  );
}

async function finish(response: unknown, wanted: unknown, by: Finish): Promise<ActionFailure> {
  try {
    const next = safeNextPath(wanted);
    const request = {
      invitation: invitationIn(next),
      now: new Date(),
      address: clientAddress(await headers()),
      cookieOf: await requestCookies(),
    };
    const result = await by(request, await keptStep(), SignedByPasskey.parse(response));
    if (!result.ok) return refused(result.refusal, "passkey");
    return await admitHere(result.value, next);
  } catch (error) {
    return describeError(error);
  }
}
