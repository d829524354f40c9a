import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { ok } from "@/lib/domain/values/result";
import { eventFeed } from "../../events/queries/event-feed";
import type { Ctx } from "../../kernel/ctx";
import { log } from "../../kernel/log";
import { stopping } from "../../kernel/stopping";
import { streamOf } from "../stream";
import type { Asked, Connection } from "./endpoint";
import { ProblemError } from "./problem";

/** Sets how often a stream looks for what was committed since. */
const pauseMilliseconds = 1000;
/** Ends a stream after this time, so that connections spread anew over the web processes. */
const longestMilliseconds = 60 * 60_000;
/** Limits how many streams a key has open in this process. */
const mostStreams = 10;

const open = new Map<string, number>();

/**
 * Sends the event feed as server-sent events. The id of a message is the cursor behind it, so that a program that comes back
 * with `Last-Event-ID` reads on there. It ends when the key ends. See docs/domain.md, section 10.
 */
export async function streamEvents(ctx: Ctx, { parameters }: Asked, connection: Connection) {
  const after = connection.lastEventId ?? parameters.after;
  const first = await eventFeed(ctx, { ...parameters, after });
  if (!first.ok) return first;
  const key = ctx.actor.id ?? "";
  const streams = open.get(key) ?? 0;
  if (streams >= mostStreams) {
    throw new ProblemError("too_many_requests", `This key has ${mostStreams} streams open already.`);
  }
  open.set(key, streams + 1);
  const end = () => {
    const left = (open.get(key) ?? 1) - 1;
    if (left > 0) open.set(key, left);
    else open.delete(key);
  };
  return ok(streamOf(told(first.value, parameters, connection, end)));
}

type FeedPage = Extract<Awaited<ReturnType<typeof eventFeed>>, { ok: true }>["value"];

async function* told(
  first: FeedPage,
  parameters: Asked["parameters"],
  { signal: gone, again }: Connection,
  end: () => void,
): AsyncGenerator<string> {
  const signal = AbortSignal.any([gone, stopping(), AbortSignal.timeout(longestMilliseconds)]);
  try {
    yield `retry: ${2 * pauseMilliseconds}\n\n`;
    for (let page = first; !signal.aborted; ) {
      yield messagesOf(page);
      if (!page.more) await sleep(pauseMilliseconds, undefined, { signal });
      const ctx = await again();
      if (!ctx) return;
      const next = await eventFeed(ctx, { ...parameters, after: page.next });
      if (!next.ok) return;
      page = next.value;
    }
  } catch (err) {
    if (!signal.aborted) log.error({ err }, "A stream of events broke off, and its reader comes back");
  } finally {
    end();
  }
}

/** Returns the messages of a page. Where there is no event, the cursor alone tells that the connection lives. */
function messagesOf({ data, next }: FeedPage): string {
  const messages = data.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  const last = messages.pop() ?? "\n";
  return `${messages.join("")}id: ${next}\n${last}`;
}
