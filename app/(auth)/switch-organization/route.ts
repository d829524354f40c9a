import type { NextRequest } from "next/server";
import { Id } from "@/lib/schemas/fields";
import { config } from "@/lib/server/kernel/config";
import { homePath } from "@/lib/server/sign-in/session/session";
import { switchOrganization } from "@/lib/server/sign-in/session/switch";

/** Goes to another organization of the person, and answers where they start there. Only our own pages may ask. */
export async function POST({ headers, nextUrl: { searchParams } }: NextRequest): Promise<Response> {
  const to = Id.safeParse(searchParams.get("to"));
  if (!to.success) return new Response("The address is not complete.", { status: 400 });
  if ((headers.get("sec-fetch-site") ?? "same-origin") !== "same-origin") {
    return new Response("Only a page of this product can ask for this.", { status: 403 });
  }
  const switched = await switchOrganization(to.data);
  if (switched.ok) return Response.json({ home: homePath(switched.value.role) });
  const { refusal } = switched;
  if (refusal.reason === "lacks_factor") {
    const words = `${refusal.organization} requires a second factor. Set one up in your profile first.`;
    return new Response(words, { status: 409 });
  }
  if (refusal.reason === "lacks_single_sign_on") {
    const way = config().oidc?.name ?? "single sign-on";
    const words = `${refusal.organization} accepts only ${way}. Sign out, and continue with ${way}.`;
    return new Response(words, { status: 409 });
  }
  return refusal.reason === "no_session"
    ? new Response("Your session has ended. Sign in again.", { status: 401 })
    : new Response("You can't go to this organization any more. Reload the page.", { status: 409 });
}
