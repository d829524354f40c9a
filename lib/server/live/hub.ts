import "server-only";
import { type LiveChanges, type LiveTopic, liveTopics, type QuietSince } from "@/lib/schemas/live";
import { stopping } from "../kernel/stopping";
import { Listener } from "./listener";

/** Describes one open browser tab. Its functions must not throw or wait. */
export interface Subscriber {
  organizationId: string;
  userId: string;
  sessionId: string;
  /** Is called once, when the tab begins to hear every change. Its earlier reads may be out of date. */
  ready(quietSince: QuietSince): void;
  changed(changes: LiveChanges): void;
  /** Is called when the tab hears no more changes, or when its session is no longer valid. */
  end(reason: EndReason): void;
}

/** Says why a tab hears no more: its session ended, it may come back at once, or its session has newer tabs. */
export type EndReason = "session" | "interrupted" | "crowded";

/** Bounds the open streams of one session in one web process. Hidden tabs give theirs back. */
export const mostStreams = 20;

/**
 * Passes the database's notifications to every open tab of the organization, over one connection per process. If that breaks,
 * it ends all tabs, so that they sign in and read anew and miss neither a change nor a deactivation.
 */
export class LiveHub {
  private readonly organizations = new Map<string, Set<Subscriber>>();
  private listener: Listener | undefined;
  private listensSince: number | undefined;
  /** Holds the time of the last change of each topic, by organization. */
  private readonly lastChanges = new Map<string, Partial<QuietSince>>();

  constructor(private readonly databaseUrl: string) {}

  subscribe(subscriber: Subscriber): () => void {
    this.listener ??= new Listener(this.databaseUrl, {
      notified: (payload) => this.pass(payload),
      listening: () => {
        this.listensSince = Date.now();
        for (const each of this.all()) this.tellReady(each);
      },
      lost: () => {
        this.listensSince = undefined;
        for (const each of this.all()) each.end("interrupted");
      },
    });
    const { organizationId } = subscriber;
    const subscribers = this.organizations.get(organizationId) ?? new Set();
    this.organizations.set(organizationId, subscribers.add(subscriber));
    // A person who opens one more tab looks at that one, so the oldest gives way.
    const ofSession = [...subscribers].filter(({ sessionId }) => sessionId === subscriber.sessionId);
    for (const oldest of ofSession.slice(0, -mostStreams)) oldest.end("crowded");
    this.tellReady(subscriber);

    return () => {
      subscribers.delete(subscriber);
      if (subscribers.size === 0 && this.organizations.get(organizationId) === subscribers)
        this.organizations.delete(organizationId);
    };
  }

  /** Counts the open tabs. */
  get size(): number {
    return this.all().length;
  }

  async stop(): Promise<void> {
    for (const subscriber of this.all()) subscriber.end("interrupted");
    await this.listener?.stop();
    this.listener = undefined;
    this.listensSince = undefined;
  }

  private pass(payload: string): void {
    const [organizationId = "", topic = "", id = "*"] = payload.split(" ");
    const subscribers = [...(this.organizations.get(organizationId) ?? [])];
    if (topic === "users" || topic === "sessions") {
      const idOf = (each: Subscriber) => (topic === "users" ? each.userId : each.sessionId);
      for (const subscriber of subscribers) if (idOf(subscriber) === id) subscriber.end("session");
    } else if (isTopic(topic)) {
      this.lastChanges.set(organizationId, { ...this.lastChanges.get(organizationId), [topic]: Date.now() });
      const changes: LiveChanges = { [topic]: id === "*" ? "*" : [id] };
      for (const subscriber of subscribers) subscriber.changed(changes);
    }
  }

  private tellReady(subscriber: Subscriber): void {
    const since = this.listensSince;
    if (since === undefined) return;
    const last = this.lastChanges.get(subscriber.organizationId) ?? {};
    const quiet = liveTopics.map((topic) => [topic, Math.max(since, last[topic] ?? 0)]);
    subscriber.ready(Object.fromEntries(quiet) as QuietSince);
  }

  private all(): Subscriber[] {
    return [...this.organizations.values()].flatMap((subscribers) => [...subscribers]);
  }
}

function isTopic(topic: string): topic is LiveTopic {
  return (liveTopics as readonly string[]).includes(topic);
}

const globalForLive = globalThis as { liveHub?: LiveHub };

/** Counts the open tabs that listen for changes at this process. */
export function liveConnections(): number {
  return globalForLive.liveHub?.size ?? 0;
}

/** Returns the hub of this process, which survives hot reloads. */
export function liveHub(databaseUrl: string): LiveHub {
  if (!globalForLive.liveHub) {
    const hub = new LiveHub(databaseUrl);
    globalForLive.liveHub = hub;
    stopping().addEventListener("abort", () => void hub.stop(), { once: true });
  }
  return globalForLive.liveHub;
}
