"use server";

import { headers } from "next/headers";
import type { ActionFailure } from "@/lib/schemas/action-result";
import { safeNextPath } from "@/lib/schemas/sign-in";
import { describeError } from "@/lib/server/doors/action";
import { admitHere } from "@/lib/server/sign-in/admit-here";
import { finishSignIn } from "@/lib/server/sign-in/finish";
import { clientAddress } from "@/lib/server/sign-in/session/client-address";
import { requestCookies } from "@/lib/server/sign-in/session/known-device";
import { keptStep } from "@/lib/server/sign-in/session/step-cookie";
import { refused } from "../words";

/** Signs in by the code of an app, or by a recovery code. */
export async function finishByCodeAction(
  _previous: ActionFailure | null,
  form: FormData,
): Promise<ActionFailure> {
  try {
    const code = form.get("code");
    if (typeof code !== "string" || code.trim() === "") {
      const problems = [{ path: "code", message: "Enter the code." }];
      return { ok: false, reason: "invalid", message: "Enter the code.", problems };
    }
    const request = {
      now: new Date(),
      address: clientAddress(await headers()),
      cookieOf: await requestCookies(),
    };
    const result = await finishSignIn(request, await keptStep(), { code: code.slice(0, 100) });
    if (!result.ok) return refused(result.refusal, "code");
    return await admitHere(result.value, safeNextPath(form.get("next")));
  } catch (error) {
    return describeError(error);
  }
}
