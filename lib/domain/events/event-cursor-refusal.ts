/** Says why the event feed cannot be read on from a cursor: docs/domain.md, section 10. */
export type EventCursorRefusal =
  /** The events behind the cursor are no longer in the feed, so that some may be missing. */
  { reason: "cursor_expired"; days: number } | { reason: "cursor_not_understood" };
