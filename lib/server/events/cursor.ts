import "server-only";
import { z } from "zod";

/** Names a place in the feed: everything up to this event has been read. */
export type FeedPlace = { position: string; id: string };

/** Holds a place, and the time up to which its reader has seen the feed. */
export type FeedCursor = FeedPlace & { at: Date };

const whole = z.string().regex(/^\d{1,18}$/);
const Sent = z.tuple([whole, whole, z.iso.datetime()]);

export function writeFeedCursor({ position, id, at }: FeedCursor): string {
  return Buffer.from(JSON.stringify([position, id, at.toISOString()])).toString("base64url");
}

/** Returns null for a text that is no cursor. */
export function readFeedCursor(text: string): FeedCursor | null {
  try {
    const [position, id, at] = Sent.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
    return { position, id, at: new Date(at) };
  } catch {
    return null;
  }
}
