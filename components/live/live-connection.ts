import {
  type ChangedIds,
  type LiveChanges,
  type LiveTopic,
  liveTopics,
  mergeIds,
  type QuietSince,
} from "@/lib/schemas/live";
import { ofPage } from "@/lib/schemas/page-of";
import { pageOwner } from "../page-owner/page-owner";

export type LiveState = "connecting" | "open" | "lost" | "ended";

export interface LiveChange {
  /**
   * Names the rows that changed. It is "*" for many, and whenever the connection is complete again, so that everything
   * has to be read anew.
   */
  ids: ChangedIds;
}
type Handler = (change: LiveChange) => void | Promise<void>;

/** A hidden tab gives its connection back after this time, since a browser has only six for all tabs of a site. */
const hiddenGrace = 10_000;
const firstPause = 1000;
const longestPause = 30_000;
const longestRetry = 8000;
const afterEnd = 10_000;
/** Tells everything of the organization to people who may read orders. */
const everything = "/api/live";
/** Allows for differences between the clocks of several servers. */
const clockDifference = 1000;

/** Is the one EventSource of this tab. It is open while something on the page listens and the tab is visible. */
class LiveConnection {
  private source: EventSource | undefined;
  private address = everything;
  private readonly bursts = new Set<Burst>();
  /** Holds the changed rows; it is empty while it is not known what changed. */
  private quietSince: Partial<QuietSince> = {};
  private readonly watchers = new Set<() => void>();
  private retry: ReturnType<typeof setTimeout> | undefined;
  private closing: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  state: LiveState = "connecting";

  /**
   * Listens at an address, which is the same for all of a page. `readAt` is when the page's data was read, by the
   * server's clock; `every` is the least number of ms between two calls.
   */
  subscribe(
    topics: readonly LiveTopic[],
    readAt: number,
    every: number,
    handler: Handler,
    address = everything,
  ): () => void {
    const burst = new Burst(topics, readAt, every, handler);
    this.bursts.add(burst);
    this.listenAt(address);
    if (this.bursts.size === 1) {
      document.addEventListener("visibilitychange", this.adjust);
      // Somebody signed in again since.
      if (this.state === "ended") this.state = "connecting";
    }
    if (this.state === "open") this.catchUp(burst);
    this.adjust();
    return () => {
      burst.stop();
      this.bursts.delete(burst);
      if (this.bursts.size === 0) document.removeEventListener("visibilitychange", this.adjust);
      this.adjust();
    };
  }

  watchState = (watcher: () => void) => {
    this.watchers.add(watcher);
    return () => void this.watchers.delete(watcher);
  };

  /** Opens or closes as is wanted now. Closing waits a little, since the next page may want it again. */
  private readonly adjust = () => {
    clearTimeout(this.closing);
    if (this.bursts.size > 0 && !document.hidden) this.open();
    else this.closing = setTimeout(() => this.close("connecting"), this.bursts.size > 0 ? hiddenGrace : 500);
  };

  private listenAt(address: string): void {
    if (this.address === address) return;
    this.address = address;
    this.close("connecting");
  }

  private open(): void {
    if (this.source || this.state === "ended") return;
    clearTimeout(this.retry);
    const owner = pageOwner();
    const source = new EventSource(owner ? ofPage(this.address, owner) : this.address);
    this.source = source;
    source.addEventListener("ready", ({ data }) => {
      this.failures = 0;
      this.quietSince = JSON.parse(data);
      this.setState("open");
      for (const burst of this.bursts) this.catchUp(burst);
    });
    source.addEventListener("change", ({ data }) => this.pass(JSON.parse(data)));
    source.addEventListener("ended", () => {
      this.close("ended");
      // The page asks the server, which leads to the sign-in page. A page that is still there may listen again.
      this.retry = setTimeout(() => {
        this.state = "connecting";
        this.adjust();
      }, afterEnd);
    });
    // Newer tabs listen in place of this one until it is looked at again.
    source.addEventListener("crowded", () => this.close("lost"));
    source.addEventListener("error", () => {
      this.setState("lost");
      // The browser reconnects by itself, but not after an answer that is no stream, as of a restarting proxy.
      if (source.readyState === EventSource.CLOSED) {
        this.close("lost");
        const pause = Math.min(longestPause, firstPause * 2 ** this.failures++);
        this.retry = setTimeout(this.adjust, pause * (0.5 + Math.random()));
      }
    });
  }

  private close(state: LiveState): void {
    clearTimeout(this.retry);
    this.source?.close();
    this.source = undefined;
    this.quietSince = {};
    this.setState(state);
  }

  private pass(changes: LiveChanges): void {
    for (const topic of liveTopics) {
      const ids = changes[topic];
      if (!ids) continue;
      delete this.quietSince[topic];
      for (const burst of this.bursts) if (burst.topics.includes(topic)) burst.add(ids);
    }
  }

  /** Assumes a change between the moment when the page was read and the moment from which changes are heard. */
  private catchUp(burst: Burst): void {
    const isCurrent = (topic: LiveTopic) =>
      burst.readAt >= (this.quietSince[topic] ?? Number.POSITIVE_INFINITY) + clockDifference;
    if (!burst.topics.every(isCurrent)) burst.add("*");
  }

  private setState(state: LiveState): void {
    if (this.state === state || this.state === "ended") return;
    this.state = state;
    for (const watcher of this.watchers) watcher();
  }
}

/** Gathers changes that come close together, and calls the handler once for all of them, never twice at a time. */
class Burst {
  private ids: ChangedIds | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running = false;
  private earliest = 0;
  private failures = 0;
  private stopped = false;

  constructor(
    readonly topics: readonly LiveTopic[],
    readonly readAt: number,
    private readonly every: number,
    private readonly handler: Handler,
  ) {}

  add(ids: ChangedIds): void {
    this.ids = mergeIds(this.ids, ids);
    if (this.timer || this.running) return;
    this.timer = setTimeout(() => void this.run(), Math.max(50, this.earliest - Date.now()));
  }

  stop(): void {
    clearTimeout(this.timer);
    this.stopped = true;
  }

  private async run(): Promise<void> {
    const { ids } = this;
    this.timer = undefined;
    if (!ids) return;
    this.ids = undefined;
    this.running = true;
    try {
      await this.handler({ ids });
      this.failures = 0;
    } catch {
      // The handler has shown what is wrong. What it could not read is asked for again, in longer and longer pauses.
      this.failures++;
      this.ids = mergeIds(this.ids, ids);
    }
    this.running = false;
    const pause = this.failures > 0 ? Math.min(longestRetry, 500 * 2 ** this.failures) : 0;
    this.earliest = Date.now() + Math.max(this.every, pause);
    if (this.ids && !this.stopped) this.add(this.ids);
  }
}

export const liveConnection = new LiveConnection();
