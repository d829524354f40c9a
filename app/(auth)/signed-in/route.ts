import type { SignedInNow } from "@/lib/schemas/page-of";
import { otherPage } from "@/lib/server/sign-in/session/page-of";
import { currentSession } from "@/lib/server/sign-in/session/session";

/** Tells an open page who is signed in by now, and whether the page is theirs. */
export async function GET(): Promise<Response> {
  const session = await currentSession();
  if (!session) return new Response("Sign in first.", { status: 401 });
  const other = await otherPage(session);
  const now: SignedInNow = {
    ...{ userId: session.user.id, organization: session.organization.name },
    ...{ other: other?.words ?? null, returnTo: other?.returnTo ?? null },
  };
  return Response.json(now, { headers: { "cache-control": "private, no-store" } });
}
