import "server-only";
import { z } from "zod";
import { eventFeed } from "../../../events/queries/event-feed";
import type { Endpoint } from "../endpoint";
import { streamEvents } from "../event-stream";
import { readsOrRefuses } from "../reads";
import { EventPage } from "../resources/event";

export const eventEndpoints: readonly Endpoint[] = [
  {
    ...readsOrRefuses("/events", eventFeed, ["cursor_expired", "cursor_not_understood"], {
      tag: "Events",
      summary: "Reads on in what happened in the last 30 days, so that nothing is missed; or streams it",
      parameters: z.strictObject({
        after: z.string().max(500).optional().describe("Send `next` of the previous page to read on."),
        types: z.string().max(4000).optional().describe("Separate the types that you want with commas."),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
      input: ({ parameters }) => parameters,
      answer: EventPage,
      tell: (page) => page,
    }),
    stream: streamEvents,
  },
];
