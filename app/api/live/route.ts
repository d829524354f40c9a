import { config } from "@/lib/server/config";
import { may } from "@/lib/server/ctx";
import { liveHub } from "@/lib/server/live/hub";
import { liveStream } from "@/lib/server/live/stream";
import { currentSession } from "@/lib/server/session";

/** Tells an open tab what changes in its organization, as server-sent events. */
export async function GET(request: Request) {
  const session = await currentSession();
  if (!session) return new Response(null, { status: 401 });
  if (!may(session.ctx, "order:read")) return new Response(null, { status: 403 });

  const hub = liveHub(config().databaseUrl ?? "");
  const { organizationId } = session.ctx;
  const stream = liveStream(hub, { organizationId, userId: session.user.id, signal: request.signal });
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // A proxy or compressor that gathers bytes would hold every event back.
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
      // A tab that was let go must not come back over the same connection to a server that is ending.
      connection: "close",
    },
  });
}
