import "server-only";
import { z } from "zod";
import { Time } from "./reference";

const Named = z.object({ id: z.uuid(), code: z.string() });

/** Describes something that happened. What `before` and `after` hold depends on the type. */
const Event = z
  .object({
    id: z.string(),
    type: z.string().describe("What happened, such as order.executed."),
    at: Time,
    actor: z.object({
      type: z.enum(["user", "api_key", "scheduler", "system"]),
      id: z.string().nullable(),
      name: z.string(),
    }),
    order: Named.nullable(),
    account: Named.nullable(),
    subject: z.string().nullable().describe("What an event of the setup is about."),
    statusLabel: z.string().nullable().describe("The status that the order had after it."),
    comment: z.string().nullable(),
    before: z.record(z.string(), z.unknown()),
    after: z.record(z.string(), z.unknown()),
    requestId: z.string().nullable(),
  })
  .meta({ id: "Event" });

export const EventPage = z
  .object({
    data: z.array(Event),
    next: z.string().describe("The cursor to read on from, now or later."),
    more: z.boolean().describe("Tells that there may be more already."),
  })
  .meta({ id: "EventPage" });
