import "server-only";
import { z } from "zod";
import { Time } from "./fields";

const Named = z.object({ id: z.uuid(), code: z.string() });

/** Describes something that happened. What `before` and `after` hold depends on the type. */
const Event = z
  .object({
    id: z.string(),
    type: z.string().describe("This names what happened, such as order.executed."),
    at: Time,
    actor: z.object({
      type: z.enum(["user", "api_key", "scheduler", "system"]),
      id: z.string().nullable(),
      name: z.string(),
    }),
    order: Named.nullable(),
    account: Named.nullable(),
    subject: z.string().nullable().describe("This names what changed in the setup."),
    statusLabel: z.string().nullable().describe("The order had this status after the event."),
    comment: z.string().nullable(),
    before: z.record(z.string(), z.unknown()),
    after: z.record(z.string(), z.unknown()),
    requestId: z.string().nullable(),
  })
  .meta({ id: "Event" });

export const EventPage = z
  .object({
    data: z.array(Event),
    next: z.string().describe("Send this cursor as `after` to read on, now or later."),
    more: z.boolean().describe("If this is true, more events can be waiting already."),
  })
  .meta({ id: "EventPage" });
