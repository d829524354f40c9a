import "server-only";
import { type LiveChanges, liveTopics, mergeChanges, type QuietSince } from "@/lib/schemas/live";
import type { EndReason, LiveHub } from "./hub";

export interface LiveStreamOptions {
  organizationId: string;
  userId: string;
  sessionId: string;
  /** Is aborted when the browser has gone. */
  signal: AbortSignal;
  heartbeatMs?: number;
  /** Ends the stream after this many milliseconds, so that the browser comes back and its session is checked. */
  longestMs?: number;
  /** Tells whether the session still counts. It is asked when every later end of it is heard. */
  stillCounts?: () => Promise<boolean>;
  /** Limits a tab that may not hear everything of its organization. */
  filter?: LiveFilter;
}

/** Passes on the changes that a tab may hear, at once or when that is known. It must not throw. */
export type LiveFilter = { changed: (changes: LiveChanges, tell: (own: LiveChanges) => void) => void };

/**
 * Returns the server-sent events of one tab: `ready` when it hears everything from now on, `change` with LiveChanges, and
 * `ended` when its session is no longer valid or `crowded` when the session has newer tabs. Merges the changes for a tab that reads slowly, and never queues them.
 */
export function liveStream(hub: LiveHub, options: LiveStreamOptions): ReadableStream<Uint8Array> {
  const {
    organizationId,
    userId,
    sessionId,
    signal,
    heartbeatMs = 25_000,
    longestMs = 60 * 60_000,
    filter,
  } = options;
  const { stillCounts = async () => true } = options;
  const encoder = new TextEncoder();
  let waiting: LiveChanges | null = null;
  let close: (reason: EndReason | null) => void = () => {};
  let sendWaiting = () => {};

  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let open = true;
        const send = (text: string) => controller.enqueue(encoder.encode(text));
        const hasRoom = () => (controller.desiredSize ?? 0) > 0;

        sendWaiting = () => {
          if (!open || !waiting || !hasRoom()) return;
          send(`event: change\ndata: ${JSON.stringify(waiting)}\n\n`);
          waiting = null;
        };

        const tell = (changes: LiveChanges) => {
          waiting = mergeChanges(waiting ?? {}, changes);
          sendWaiting();
        };

        // A random pause keeps all browsers from coming back at the same moment.
        send(`retry: ${500 + Math.floor(Math.random() * 2000)}\n\n`);
        const unsubscribe = hub.subscribe({
          organizationId,
          userId,
          sessionId,
          ready: (quietSince) => {
            if (!open) return;
            send(ready(filter ? unknownSince() : quietSince));
            stillCounts().then(
              (counts) => counts || close("session"),
              () => close("interrupted"),
            );
          },
          changed: (changes) => (filter ? filter.changed(changes, tell) : tell(changes)),
          end: (reason) => close(reason),
        });
        const heartbeat = setInterval(() => hasRoom() && send(":\n\n"), heartbeatMs);
        const longest = setTimeout(() => close("interrupted"), longestMs);

        close = (reason) => {
          if (!open) return;
          open = false;
          unsubscribe();
          clearInterval(heartbeat);
          clearTimeout(longest);
          // Without a reason the browser has gone, and nobody reads any more.
          if (reason === "session") send("event: ended\ndata: {}\n\n");
          if (reason === "crowded") send("event: crowded\ndata: {}\n\n");
          if (reason) controller.close();
        };
        signal.addEventListener("abort", () => close("interrupted"), { once: true });
        if (signal.aborted) close("interrupted");
      },
      pull: () => sendWaiting(),
      cancel: () => close(null),
    },
    // This leaves room for the few events that do not merge.
    new CountQueuingStrategy({ highWaterMark: 4 }),
  );
}

function ready(quietSince: QuietSince): string {
  return `event: ready\ndata: ${JSON.stringify(quietSince)}\n\n`;
}

/**
 * Returns the present time for every topic, so that the tab reads its page once more without learning when others changed
 * something.
 */
function unknownSince(): QuietSince {
  return Object.fromEntries(liveTopics.map((topic) => [topic, Date.now()])) as QuietSince;
}
