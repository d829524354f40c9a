import "server-only";
import { z } from "zod";
import { eventFeed } from "../../../events/queries/event-feed";
import { type Endpoint, readsOrRefuses } from "../endpoint";
import { EventPage } from "../resources/event";

export const eventEndpoints: readonly Endpoint[] = [
  readsOrRefuses("/events", eventFeed, ["cursor_expired", "cursor_not_understood"], {
    tag: "Events",
    summary: "Reads on in what happened in the last 30 days, so that nothing is missed",
    parameters: z.strictObject({
      after: z.string().max(500).optional().describe("Reads on from `next` of the page before."),
      types: z.string().max(4000).optional().describe("Names the types to read, separated by commas."),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    input: ({ parameters }) => parameters,
    answer: EventPage,
    tell: (page) => page,
  }),
];
