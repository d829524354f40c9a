import "server-only";
import { config } from "../kernel/config";
import type { Session } from "../sign-in/session";
import { liveHub } from "./hub";
import { type LiveFilter, liveStream } from "./stream";

/** Answers an open tab with its server-sent events: all of its organization, or those that the filter lets through. */
export function liveResponse({ ctx, user }: Session, signal: AbortSignal, filter?: LiveFilter): Response {
  const hub = liveHub(config().databaseUrl ?? "");
  const { organizationId } = ctx;
  const stream = liveStream(hub, { organizationId, userId: user.id, signal, ...(filter && { filter }) });
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
