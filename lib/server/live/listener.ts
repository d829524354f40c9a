import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { log } from "../kernel/log";

/** Names the channel that the database's triggers notify: see prisma/migrations, "Live". */
const channel = "order_desk";
const longestPause = 10_000;

export interface ListenerEvents {
  notified(payload: string): void;
  /** Is called when nothing is missed until `lost`. Earlier changes are unknown. */
  listening(): void;
  lost(): void;
}

/** Listens on its own connection, and reconnects with growing pauses whenever it breaks. */
export class Listener {
  private readonly ending = new AbortController();
  private client: pg.Client | undefined;

  constructor(
    private readonly databaseUrl: string,
    private readonly events: ListenerEvents,
  ) {
    void this.run();
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.client?.end().catch(() => {});
  }

  private async run(): Promise<void> {
    const { signal } = this.ending;
    for (let failures = 0; !signal.aborted; failures++) {
      try {
        await this.listenUntilLost(() => {
          failures = 0;
        });
      } catch (error) {
        log.warn({ err: error }, "The live connection to the database broke; connecting again.");
      }
      const pause = Math.min(longestPause, 200 * 2 ** failures);
      await sleep(pause, undefined, { signal, ref: false }).catch(() => {});
    }
  }

  private async listenUntilLost(listens: () => void): Promise<void> {
    const client = new pg.Client({
      connectionString: this.databaseUrl,
      application_name: "order-desk live",
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      connectionTimeoutMillis: 10_000,
    });
    this.client = client;
    const lost = new Promise<void>((resolve, reject) => {
      client.on("error", reject);
      client.on("end", resolve);
    });
    // The code below awaits this, and a failure to connect is thrown there already.
    lost.catch(() => {});
    client.on("notification", ({ payload }) => this.events.notified(payload ?? ""));

    let listening = false;
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
      if (this.ending.signal.aborted) return;
      listening = true;
      listens();
      this.events.listening();
      await lost;
    } finally {
      if (listening) this.events.lost();
      await client.end().catch(() => {});
    }
  }
}
