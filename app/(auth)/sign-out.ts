"use server";

import { redirect } from "next/navigation";
import { leadingOn, safeNextPath } from "@/lib/schemas/sign-in";
import { endSession } from "@/lib/server/sign-in/session/session-token";

export async function signOutAction(form?: FormData): Promise<never> {
  await endSession();
  redirect(leadingOn("/login", safeNextPath(form?.get("next"))));
}
