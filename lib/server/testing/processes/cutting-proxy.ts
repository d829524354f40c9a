import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { statementsOf } from "./wire-statements";

/**
 * Holds where a connection is cut: before the message reaches PostgreSQL, or after it, so that only its answer is lost. If
 * `kind` is given, only messages that carry it count.
 */
export type Cut = { message: number; side: "before" | "after"; kind?: string };

/** Names the kind of each statement of one connection. */
export type Kinds = () => (sql: string) => readonly string[];

/**
 * Stands between the product and PostgreSQL and cuts every connection at a chosen message, as a killed process, a killed
 * server or a broken network would. It counts a client's messages; one packet of the driver is one message.
 */
export class CuttingProxy {
  #server: Server;
  #sockets = new Set<Socket>();
  #cut: Cut | null = null;
  #passed: (readonly string[])[] = [];
  #atCut = () => {};

  private constructor(
    target: URL,
    readonly kinds: Kinds,
  ) {
    this.#server = createServer((client) => this.#join(client, target));
  }

  /** Holds the address to connect to instead of `databaseUrl`. */
  url = "";

  static async before(databaseUrl: string, kinds: Kinds = () => () => []): Promise<CuttingProxy> {
    const target = new URL(databaseUrl);
    const proxy = new CuttingProxy(target, kinds);
    proxy.#server.listen(0, "127.0.0.1");
    await once(proxy.#server, "listening");
    const url = new URL(databaseUrl);
    url.host = `127.0.0.1:${(proxy.#server.address() as AddressInfo).port}`;
    proxy.url = url.toString();
    return proxy;
  }

  /** Cuts once at the given message from now on, and answers how many messages passed in the meantime. */
  async during(
    cut: Cut | null,
    work: () => Promise<unknown>,
  ): Promise<{ messages: number; failed: boolean }> {
    this.#cut = cut;
    this.#passed = [];
    const failed = await work().then(
      () => false,
      () => true,
    );
    this.#cut = null;
    return { messages: this.#passed.length, failed };
  }

  /**
   * Kills the process (kill -9) at the given message from now on, so that it can do nothing with the answer. Answers whether
   * that happened before `work` was over.
   */
  async killing(child: ChildProcess, cut: Cut, work: () => Promise<unknown>): Promise<boolean> {
    const exit = once(child, "exit");
    this.#cut = cut;
    this.#passed = [];
    this.#atCut = () => void child.kill("SIGKILL");
    const working = work();
    // Once the process is dead, the outcome of its work no longer matters.
    working.catch(() => {});
    await Promise.race([exit, working]);
    this.#cut = null;
    this.#atCut = () => {};
    if (child.killed) await exit;
    return child.killed;
  }

  async close(): Promise<void> {
    this.#cutAll();
    this.#server.close();
    await once(this.#server, "close");
  }

  #join(client: Socket, target: URL): void {
    const server = connect(Number(target.port), target.hostname);
    for (const socket of [client, server]) {
      this.#sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => {
        this.#sockets.delete(socket);
        client.destroy();
        server.destroy();
      });
    }
    server.on("data", (answer) => client.write(answer));
    const [kinds, statements] = [this.kinds(), statementsOf()];
    client.on("data", (message) => {
      const is = statements(message).flatMap(kinds);
      this.#passed.push(is);
      const { message: at, side, kind } = this.#cut ?? {};
      const counts = kind === undefined || is.includes(kind);
      if (!counts || count(this.#passed, kind) !== at) return server.write(message);
      this.#atCut();
      if (side === "before") return this.#cutAll();
      server.write(message, () => server.once("data", () => this.#cutAll()));
      client.pause();
      server.removeAllListeners("data");
    });
  }

  #cutAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}

function count(passed: (readonly string[])[], kind: string | undefined): number {
  return kind === undefined ? passed.length : passed.filter((is) => is.includes(kind)).length;
}
