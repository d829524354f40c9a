"use server";

import { headers } from "next/headers";
import { count } from "@/lib/domain/format/count";
import type { ActionResult } from "@/lib/schemas/action-result";
import { describeError } from "@/lib/server/doors/action";
import { askForLink } from "@/lib/server/sign-in/ask-for-link";
import { clientAddress } from "@/lib/server/sign-in/session/client-address";

export type Asked = ActionResult<{ email: string }>;

/** Answers the same whether or not somebody signs in with the address. */
export async function askForLinkAction(_previous: Asked | null, form: FormData): Promise<Asked> {
  try {
    const sent = form.get("email");
    const email = typeof sent === "string" ? sent : "";
    const address = clientAddress(await headers());
    const result = await askForLink({ now: new Date(), address }, { email });
    if (result.ok) return { ok: true, value: { email: email.trim() } };
    const wait = count(Math.ceil(result.refusal.retryAfterSeconds / 60), "minute");
    return {
      ok: false,
      reason: "refused",
      message: `You asked for too many links. Try again in ${wait}.`,
      problems: [],
    };
  } catch (error) {
    const failure = describeError(error);
    return failure.reason === "invalid" ? { ...failure, message: "Enter your email address." } : failure;
  }
}
