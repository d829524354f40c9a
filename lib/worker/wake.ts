import { log } from "../server/kernel/log";
import { Listener } from "../server/live/listener";
import { queueDueWebhooks } from "../server/webhooks/requeue";

/** Gathers the events of a moment before it looks for their webhooks. */
const gatherMs = 100;

/**
 * Looks for webhooks as soon as the database says that events for them are committed. What it misses while it does not listen,
 * or while an open transaction holds the feed back, is found in the worker's round.
 */
export function wakeOnEvents(connectionString: string): { stop: () => Promise<void> } {
  let waiting: NodeJS.Timeout | undefined;
  const look = () => {
    waiting = undefined;
    queueDueWebhooks(new Date()).catch((error: unknown) =>
      log.warn({ err: error, event: "worker_woken" }, "Could not look for webhooks that events are for"),
    );
  };
  const listener = new Listener(connectionString, {
    notified: (payload) => {
      if (payload.split(" ")[1] === "events") waiting ??= setTimeout(look, gatherMs);
    },
    listening: () => {},
    lost: () => {},
  });
  return {
    stop: () => {
      clearTimeout(waiting);
      return listener.stop();
    },
  };
}
