import "server-only";
import { z } from "zod";
import { type EventKind, eventKinds } from "@/lib/domain/events/event";
import type { EventCursorRefusal } from "@/lib/domain/events/event-cursor-refusal";
import { feedDays, permissionToSee } from "@/lib/domain/events/event-feed";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import { type Ctx, may } from "../../kernel/ctx";
import { staff } from "../../kernel/definition/caller";
import { query } from "../../kernel/definition/query";
import { readFeedCursor, writeFeedCursor } from "../cursor";
import { type FeedEvent, readFeed } from "../read-feed";

const EventFeedInput = z.strictObject({
  /** Is `next` of the page before. Without it, the feed begins as far back as it goes. */
  after: z.string().max(500).optional(),
  /** Names the kinds of events to read, as a list or separated by commas, by default all. */
  types: z
    .preprocess(
      (sent) => (typeof sent === "string" ? sent.split(",") : sent),
      z.array(z.enum(eventKinds)).min(1).max(eventKinds.length),
    )
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export type EventFeed = {
  data: FeedEvent[];
  /** Is the cursor from which to read on, now or later. */
  next: string;
  /** Tells that there may be more already. */
  more: boolean;
};

/**
 * Reads on in what happened, in an order in which nothing is added later, and shows the events that the caller may see.
 * See docs/domain.md, section 10.
 */
export const eventFeed = query({
  name: "event.feed",
  caller: staff("order:read", "account:read", "audit:read"),
  input: EventFeedInput,
  async run({ ctx }, { after, types, limit }): Promise<Result<EventFeed, EventCursorRefusal>> {
    const oldest = new Date(ctx.now.getTime() - feedDays * 86_400_000);
    const cursor = after === undefined ? undefined : readFeedCursor(after);
    if (cursor === null) return refuse({ reason: "cursor_not_understood" });
    if (cursor && cursor.at < oldest) return refuse({ reason: "cursor_expired", days: feedDays });

    const kinds = visibleKinds(ctx, types ?? eventKinds);
    const from = cursor ? { after: cursor } : { since: oldest };
    const { events, upTo, lastAt, more } = await readFeed(ctx, { from, kinds, limit });
    // Until the reader has caught up, events that it has not read yet can become too old.
    const at = more && lastAt ? new Date(lastAt) : ctx.now;
    return ok({ data: events, next: writeFeedCursor({ ...upTo, at }), more });
  },
});

function visibleKinds(ctx: Ctx, kinds: readonly EventKind[]): EventKind[] {
  return kinds.filter((kind) => may(ctx, permissionToSee(kind)));
}
