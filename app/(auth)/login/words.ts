import { count } from "@/lib/domain/format/count";
import type { ActionFailure } from "@/lib/schemas/action-result";
import { config } from "@/lib/server/kernel/config";
import type { FinishRefusal } from "@/lib/server/sign-in/finish";

/** Names what was tried. */
type Tried = "password" | "code" | "passkey";

const wrong: Record<Tried, string> = {
  password: "The email or the password is wrong, or the account is not active.",
  code: "This code is wrong, too old, or was used before.",
  passkey: "We don't know this passkey, or the account is not active.",
};

/** Says why nobody was signed in, and when to try again. */
export function refused(refusal: FinishRefusal, tried: Tried): ActionFailure {
  return { ok: false, reason: "refused", message: wordsOf(refusal, tried), problems: [] };
}

function wordsOf(refusal: FinishRefusal, tried: Tried): string {
  if (refusal.reason === "busy") return "Many people are signing in right now. Try again in a moment.";
  if (refusal.reason === "over") return "This sign-in is over. Begin again.";
  if (refusal.reason === "single_sign_on") {
    const way = config().oidc?.name ?? "single sign-on";
    return `${refusal.organization} does not accept passwords or passkeys. Continue with ${way} instead.`;
  }
  const { reason, retryAfterSeconds } = refusal;
  if (reason === "too_many") return `Too many tries. You can try again in ${minutes(retryAfterSeconds)}.`;
  return retryAfterSeconds > 0
    ? `${wrong[tried]} You can try again in ${minutes(retryAfterSeconds)}.`
    : wrong[tried];
}

function minutes(seconds: number): string {
  return count(Math.ceil(seconds / 60), "minute");
}
