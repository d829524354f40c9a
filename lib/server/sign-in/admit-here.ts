import "server-only";
import { redirect } from "next/navigation";
import { isStaff, type Role } from "@/lib/domain/permissions";
import { invitationIn } from "@/lib/schemas/sign-in";
import type { SignedInUser } from "./admit";
import { keepDevice } from "./session/known-device";
import { homePath } from "./session/session";
import { startSession } from "./session/session-token";
import { forgetStep } from "./session/step-cookie";

/** Begins the session in the browser of this request, and leads to the page that the person wanted, if it is one of ours. */
export async function admitHere(user: SignedInUser, next: string | null): Promise<never> {
  await startSession(user);
  await keepDevice(user.device);
  await forgetStep();
  redirect(user.joined ? homePath(user.role) : landingPath(user.role, next));
}

/** Returns the page that a person wanted, if it is one for them, or else where they start. */
export function landingPath(role: Role, next: string | null): string {
  if (next && invitationIn(next)) return next;
  return next && next.startsWith("/storefront") !== isStaff(role) ? next : homePath(role);
}
