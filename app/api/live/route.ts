import { may } from "@/lib/server/kernel/ctx";
import { liveResponse } from "@/lib/server/live/response";
import { currentSession } from "@/lib/server/sign-in/session";

/** Tells an open tab what changes in its organization, as server-sent events. */
export async function GET(request: Request) {
  const session = await currentSession();
  if (!session) return new Response(null, { status: 401 });
  if (!may(session.ctx, "order:read")) return new Response(null, { status: 403 });
  return liveResponse(session, request.signal);
}
