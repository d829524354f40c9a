import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { isSigned, signatureHeader, signed, timestampHeader } from "../outside/signature";

/**
 * Reads the simulator's behavior from the address it is called at, so that each vendor's address chooses it:
 * `http://127.0.0.1:4000/?delayMs=500&failures=2`. Calls are counted by idempotency key.
 */
const Behaviour = z.object({
  /** Delays every answer by so many milliseconds. */
  delayMs: z.coerce.number().default(0),
  /** Holds back every answer until `GET /open?gate=` with this name is called. */
  gate: z.string().optional(),
  /** Lets so many calls fail in a way that is worth another attempt. */
  failures: z.coerce.number().default(0),
  /** Refuses so many calls for good. */
  refusals: z.coerce.number().default(0),
  /** Ignores so many calls and never answers them. */
  hangs: z.coerce.number().default(0),
  /** Does what so many calls ask but loses the answer. */
  lost: z.coerce.number().default(0),
  /** Accepts the call and calls back after so many milliseconds. */
  callbackMs: z.coerce.number().optional(),
  /** Sets how often it calls back with the same message. */
  callbacks: z.coerce.number().default(1),
  /** Sets what the callback says. */
  callbackSays: z.enum(["done", "failed"]).default("done"),
  /** Limits the units of a product that it can deliver at once. The pre-check holds larger orders. */
  stock: z.coerce.number().default(Number.POSITIVE_INFINITY),
  /** Limits the amount that the credit check accepts. */
  limit: z.coerce.number().default(Number.POSITIVE_INFINITY),
  /** Leaves questions before an execution unanswered. */
  mute: z.coerce.boolean().default(false),
});
type Behaviour = z.infer<typeof Behaviour>;

const ProvisioningQuestion = z.object({
  type: z.enum(["provision", "change", "deprovision"]),
  taskId: z.string(),
  attempt: z.number(),
  product: z.string(),
  quantity: z.number(),
  subscriptionId: z.string(),
  orderCode: z.string(),
  callbackUrl: z.string(),
});
type ProvisioningQuestion = z.infer<typeof ProvisioningQuestion>;

const Question = z.discriminatedUnion("type", [
  ProvisioningQuestion,
  z.object({
    type: z.literal("pre_check"),
    orderCode: z.string(),
    items: z.array(z.object({ itemId: z.string(), product: z.string(), quantity: z.number() })),
  }),
  z.object({ type: z.literal("credit_check"), amount: z.string(), currency: z.string() }),
]);

/** Holds one thing that it has set up. */
export type Effect = Pick<
  ProvisioningQuestion,
  "type" | "product" | "quantity" | "subscriptionId" | "orderCode"
>;

/**
 * Simulates a vendor and credit agency for tests and the demo: a real HTTP server that can be slow, fail, time out, answer
 * twice and call back late. It records its effects by idempotency key, so that tests can count them.
 */
export class VendorSimulator {
  #server: Server;
  #secret: string;
  #ending = new AbortController();
  #calls = new Map<string, number>();
  #gates = new Map<string, { opened: Promise<void>; open: () => void }>();

  /** Holds what was set up, by idempotency key. */
  readonly effects = new Map<string, Effect>();
  /** Lists everything it was asked, in sequence. */
  readonly asked: z.infer<typeof Question>[] = [];
  /** Lists the answers to its callbacks, in sequence. */
  readonly callbackAnswers: number[] = [];
  /**
   * Runs when a call has come in (`before`) and when it is about to be answered (`after`). The simulator awaits it.
   */
  onCall: (side: "before" | "after", question: z.infer<typeof Question>) => Promise<void> | void = () => {};

  private constructor(secret: string) {
    this.#secret = secret;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
  }

  static async start(secret: string, port = 0): Promise<VendorSimulator> {
    const simulator = new VendorSimulator(secret);
    simulator.#server.listen(port, "127.0.0.1");
    await once(simulator.#server, "listening");
    return simulator;
  }

  /** Returns the address at which it behaves like this. */
  url(behaviour: Partial<Record<keyof Behaviour, string | number>> = {}): string {
    const { port } = this.#server.address() as AddressInfo;
    const url = new URL(`http://127.0.0.1:${port}/`);
    for (const [name, value] of Object.entries(behaviour)) url.searchParams.set(name, String(value));
    return url.href;
  }

  async stop(): Promise<void> {
    this.#ending.abort();
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, "close");
  }

  /**
   * Returns a signal for a single wait. On the simulator's own signal, the listeners of all current waits would pile
   * up.
   */
  #untilItEnds(): AbortSignal {
    return AbortSignal.any([this.#ending.signal]);
  }

  #gate(name: string): { opened: Promise<void>; open: () => void } {
    const known = this.#gates.get(name);
    if (known) return known;
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const gate = { opened, open };
    this.#gates.set(name, gate);
    return gate;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = new URL(request.url ?? "", "http://simulator");
    if (request.method === "GET" && address.pathname === "/open") {
      this.#gate(address.searchParams.get("gate") ?? "").open();
      return say(response, 200, {});
    }
    const body = await text(request);
    const message = {
      body,
      timestamp: header(request, timestampHeader),
      signature: header(request, signatureHeader),
    };
    if (!isSigned(this.#secret, message, new Date())) return say(response, 401, {});
    const behaviour = Behaviour.parse(Object.fromEntries(address.searchParams));
    const question = Question.parse(JSON.parse(body));
    this.asked.push(question);
    await this.onCall("before", question);
    if (behaviour.delayMs > 0) await sleep(behaviour.delayMs, undefined, { signal: this.#untilItEnds() });
    if (behaviour.gate) await this.#gate(behaviour.gate).opened;

    const key = header(request, "idempotency-key");
    const answer =
      "taskId" in question ? this.#provision(question, behaviour, key) : judge(question, behaviour);
    await this.onCall("after", question);
    if (answer === "hang") return;
    if (answer === "cut") return void response.destroy();
    say(response, 200, answer);
  }

  #provision(
    question: ProvisioningQuestion,
    behaviour: Behaviour,
    key: string | null,
  ): object | "hang" | "cut" {
    if (!key) return { status: "failed", reason: "The call has no idempotency key.", retry: false };
    const call = (this.#calls.get(key) ?? 0) + 1;
    this.#calls.set(key, call);
    const { failures, refusals, hangs, lost, callbackMs } = behaviour;
    if (call <= hangs) return "hang";
    if (call <= failures)
      return { status: "failed", reason: "Our systems are being maintained.", retry: true };
    if (call <= refusals)
      return { status: "failed", reason: "The contract does not cover this.", retry: false };
    if (callbackMs !== undefined) {
      void this.#callBack(question, behaviour, callbackMs, key).catch(() => {});
      return { status: "accepted" };
    }
    this.#setUp(question, key);
    return call <= lost ? "cut" : { status: "done" };
  }

  /** Sets it up once, however often it is asked with the same key. */
  #setUp({ type, product, quantity, subscriptionId, orderCode }: ProvisioningQuestion, key: string): void {
    if (!this.effects.has(key)) this.effects.set(key, { type, product, quantity, subscriptionId, orderCode });
  }

  async #callBack(
    { taskId, attempt, callbackUrl, ...question }: ProvisioningQuestion,
    { callbacks, callbackSays }: Behaviour,
    afterMs: number,
    key: string,
  ): Promise<void> {
    await sleep(afterMs, undefined, { signal: this.#untilItEnds() });
    const done = callbackSays === "done";
    if (done) this.#setUp({ taskId, attempt, callbackUrl, ...question }, key);
    const result = done
      ? { status: "done" }
      : { status: "failed", reason: "No technician was free.", retry: false };
    const body = JSON.stringify({ taskId, attempt, result });
    for (let time = 0; time < callbacks; time++) {
      const response = await fetch(callbackUrl, {
        method: "POST",
        body,
        headers: { "content-type": "application/json", ...signed(this.#secret, body, new Date()) },
        signal: this.#untilItEnds(),
      });
      this.callbackAnswers.push(response.status);
    }
  }
}

/** Judges whether an order may be executed. */
function judge(
  question: Exclude<z.infer<typeof Question>, ProvisioningQuestion>,
  { stock, limit, mute }: Behaviour,
): object | "hang" {
  if (mute) return "hang";
  if (question.type === "credit_check") {
    if (Number(question.amount) <= limit) return { status: "allow" };
    return { status: "refuse", message: `We cover at most ${limit} ${question.currency} at once.` };
  }
  const beyond = question.items.filter(({ quantity }) => quantity > stock);
  if (beyond.length === 0) return { status: "clear" };
  const message = `Only ${stock} of these can be delivered at once.`;
  return { status: "held", message, items: beyond.map(({ itemId }) => itemId) };
}

function header(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return typeof value === "string" ? value : null;
}

function say(response: ServerResponse, status: number, answer: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
}
