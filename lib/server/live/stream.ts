import "server-only";
import { type LiveChanges, liveTopics, mergeChanges, type QuietSince } from "@/lib/schemas/live";
import type { EndReason, LiveHub } from "./hub";

export interface LiveStreamOptions {
  organizationId: string;
  userId: string;
  /** Aborted when the browser has gone. */
  signal: AbortSignal;
  heartbeatMs?: number;
  /** After this long the browser is let go, to come back with a session that still counts. */
  longestMs?: number;
  /** For a tab that may not hear everything of its organization. */
  filter?: LiveFilter;
}

/** Passes on what of the changes a tab may hear, at once or once that is known. It must not throw. */
export type LiveFilter = { changed: (changes: LiveChanges, tell: (own: LiveChanges) => void) => void };

/**
 * The server-sent events of one tab: `ready` when it hears everything from now on, `change` with LiveChanges, and
 * `ended` when its session no longer counts. A tab that reads slowly gets its changes merged, never queued.
 */
export function liveStream(hub: LiveHub, options: LiveStreamOptions): ReadableStream<Uint8Array> {
  const { organizationId, userId, signal, heartbeatMs = 25_000, longestMs = 60 * 60_000, filter } = options;
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

        // Not all browsers come back in the same moment.
        send(`retry: ${500 + Math.floor(Math.random() * 2000)}\n\n`);
        const unsubscribe = hub.subscribe({
          organizationId,
          userId,
          ready: (quietSince) => open && send(ready(filter ? unknownSince() : quietSince)),
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
          // Without a reason the browser has gone and nobody reads any more.
          if (reason === "session") send("event: ended\ndata: {}\n\n");
          if (reason) controller.close();
        };
        signal.addEventListener("abort", () => close("interrupted"), { once: true });
        if (signal.aborted) close("interrupted");
      },
      pull: () => sendWaiting(),
      cancel: () => close(null),
    },
    // Room for the few events that do not merge.
    new CountQueuingStrategy({ highWaterMark: 4 }),
  );
}

function ready(quietSince: QuietSince): string {
  return `event: ready\ndata: ${JSON.stringify(quietSince)}\n\n`;
}

/** When others changed something is not this tab's to know, so that it reads its page once more. */
function unknownSince(): QuietSince {
  return Object.fromEntries(liveTopics.map((topic) => [topic, Date.now()])) as QuietSince;
}
