import "server-only";
import { config } from "../kernel/config";
import type { Session } from "../sign-in/session";
import { liveHub } from "./hub";
import { type LiveFilter, liveStream } from "./stream";

/** Answers an open tab with its server-sent events: everything of its organization, or what the filter lets through. */
export function liveResponse({ ctx, user }: Session, signal: AbortSignal, filter?: LiveFilter): Response {
  const hub = liveHub(config().databaseUrl ?? "");
  const { organizationId } = ctx;
  const stream = liveStream(hub, { organizationId, userId: user.id, signal, ...(filter && { filter }) });
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
