import "server-only";
import { z } from "zod";
import { eventKinds } from "@/lib/domain/events/event";
import { line } from "@/lib/schemas/fields";
import { Endpoint } from "@/lib/schemas/vendors";

/** Says what a webhook is set up with. */
export const WebhookFields = {
  name: line("a name", 80),
  url: Endpoint,
  /** Names the kinds of events that it is told of. */
  types: z
    .array(z.enum(eventKinds, "Choose kinds of events."), "Choose kinds of events.")
    .min(1, "Choose at least one kind of event.")
    .max(eventKinds.length)
    .transform((types) => [...new Set(types)]),
};
