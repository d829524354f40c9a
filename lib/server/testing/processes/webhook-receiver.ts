import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { Webhook } from "standardwebhooks";

export type Told = { id: string; type: string; order: string | null; subject: string | null; body: string };
type Answer = number | "hang" | { status: number; headers: Record<string, string>; body?: string };

/**
 * Receives webhooks as a program outside would: a real HTTP server that verifies what it gets with the library of Standard
 * Webhooks, and answers as a test says.
 */
export class WebhookReceiver {
  #server: Server | undefined;
  #port = 0;
  /** Holds the secrets by which it verifies. A message that none of them signed is answered with 401. */
  readonly secrets: string[] = [];
  /** Lists what it was told and answered with success, in sequence. */
  readonly told: Told[] = [];
  /** Lists all messages that came in, whatever was answered. */
  readonly heard: Told[] = [];
  answer: (told: Told) => Answer | Promise<Answer> = () => 204;

  async start(): Promise<void> {
    const server = createServer(async (request, response) => {
      const body = await text(request);
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      );
      const {
        "webhook-id": id = "",
        "webhook-timestamp": time,
        "webhook-signature": signatures = "",
      } = headers;
      // The time of a test passes without the clock, to which the library would hold the timestamp.
      const sentAt = new Date(Number(time) * 1000);
      const signed = this.secrets.some((secret) =>
        signatures.split(" ").includes(new Webhook(secret).sign(id, sentAt, body)),
      );
      if (!signed) return void response.writeHead(401).end();
      const { type, data } = JSON.parse(body);
      const told = {
        id,
        type,
        order: data.order?.code ?? null,
        subject: data.subject,
        body,
      };
      this.heard.push(told);
      const answer = await this.answer(told);
      if (answer === "hang") return;
      const {
        status,
        headers: more,
        body: says = "As you wish",
      } = typeof answer === "number" ? { status: answer, headers: {} } : answer;
      if (status < 300) this.told.push(told);
      response.writeHead(status, more).end(status === 204 ? undefined : says);
    });
    server.listen(this.#port, "127.0.0.1");
    await once(server, "listening");
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/`;
  }

  async stop(): Promise<void> {
    if (!this.#server) return;
    const closed = once(this.#server, "close");
    this.#server.close();
    this.#server.closeAllConnections();
    this.#server = undefined;
    await closed;
  }
}
