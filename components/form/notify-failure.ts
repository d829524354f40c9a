import type { ActionFailure } from "@/lib/schemas/action-result";
import { notifyProblem } from "../feedback/notify";

/** Tells a failure at the edge of the screen, for a button that has no form or dialog to tell it in. */
export function notifyFailure({ reason, message }: ActionFailure): void {
  notifyProblem(message, reason === "signed_out" ? { label: "Sign in", href: signInAndBack() } : undefined);
}

function signInAndBack(): string {
  return `/login?next=${encodeURIComponent(location.pathname + location.search)}`;
}
