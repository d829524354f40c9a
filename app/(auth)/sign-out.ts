"use server";

import { redirect } from "next/navigation";
import { endSession } from "@/lib/server/sign-in/session-token";

export async function signOutAction(): Promise<never> {
  await endSession();
  redirect("/login");
}
