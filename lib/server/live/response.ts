import "server-only";
import { config } from "../kernel/config";
import type { Session } from "../sign-in/session/session";
import { liveHub } from "./hub";
import { type LiveFilter, liveStream } from "./stream";

const longestStreamMs = 60 * 60_000;

/** Answers an open tab with its server-sent events: all of its organization, or those that the filter lets through. */
export function liveResponse(session: Session, signal: AbortSignal, filter?: LiveFilter): Response {
  const { ctx, user, id, endsAt } = session;
  const hub = liveHub(config().databaseUrl ?? "");
  const { organizationId } = ctx;
  // The browser comes back when the session may have run out by then, and is told so.
  const longestMs = Math.min(longestStreamMs, Math.max(1000, endsAt.getTime() - ctx.now.getTime()));
  const stillCounts = () => session.stillCounts();
  const options = { organizationId, userId: user.id, sessionId: id, signal, longestMs, stillCounts };
  const stream = liveStream(hub, { ...options, ...(filter && { filter }) });
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // A proxy or compressor that collects bytes would delay every event.
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
      // A released tab must not come back over the same connection to a server that is stopping.
      connection: "close",
    },
  });
}
