import "server-only";
import { z } from "zod";
import { eventKinds } from "@/lib/domain/events/event";
import { deliveryOrigins, deliveryStates, webhookForms } from "@/lib/domain/webhook";
import type { DeliveryRow } from "../../../webhooks/queries/list-deliveries";
import type { WebhookRow } from "../../../webhooks/queries/webhooks";
import { Time } from "./fields";
import { Silence } from "./silence";

/** Describes a webhook as programs see it. Its secret is in no answer but those that make one. */
export const WebhookEndpoint = z
  .object({
    id: z.uuid(),
    version: z.number().int(),
    name: z.string(),
    url: z.string(),
    types: z.array(z.enum(eventKinds)).describe("We deliver events of these types."),
    form: z
      .enum(webhookForms)
      .describe("With `tmf622`, we tell events as TM Forum's hub does, with the order as it is then."),
    disabled: z
      .object({ at: Time, by: z.enum(["user", "gone", "failing"]) })
      .nullable()
      .describe("This is null while we deliver."),
    previousSecretUntil: Time.nullable().describe("The replaced secret signs as well until this time."),
  })
  .meta({ id: "WebhookEndpoint" });

export function tellWebhook(row: WebhookRow): z.input<typeof WebhookEndpoint> {
  const { id, version, name, url, types, form, disabledAt: at, disabledBy: by, previousUntil } = row;
  const disabled = at !== null && by !== null ? { at, by } : null;
  return { id, version, name, url, types, form, disabled, previousSecretUntil: previousUntil };
}

const secret = z
  .string()
  .nullable()
  .describe("Keep this secret. We answer it once, and a repeated request gets null.");

export const WebhookEndpointCreated = z
  .object({ id: z.uuid(), secret })
  .meta({ id: "WebhookEndpointCreated" });

export const WebhookSecretRotated = z
  .object({ secret, previousUntil: Time.describe("The replaced secret signs as well until this time.") })
  .meta({ id: "WebhookSecretRotated" });

export const WebhookDelivery = z
  .object({
    id: z.uuid(),
    webhookId: z.string().describe("Your receiver gets this id in the header webhook-id."),
    event: z.object({
      id: z.string(),
      type: z.enum(eventKinds),
      at: Time,
      order: z.string().nullable().describe("The event is about the order with this code."),
    }),
    origin: z.enum(deliveryOrigins),
    state: z.enum(deliveryStates),
    attempts: z.number().int(),
    nextAttemptAt: Time.nullable().describe(
      "This is null after the end, and while an earlier event of the same order waits.",
    ),
    lastStatus: z.number().int().nullable().describe("Your receiver answered with this status."),
    lastAnswer: z.string().nullable().describe("The answer of your receiver begins like this."),
    silence: Silence.nullable().describe("This says why your receiver gave no answer."),
    createdAt: Time,
    endedAt: Time.nullable(),
  })
  .meta({ id: "WebhookDelivery" });

export function tellDelivery({ sequence: _, ...row }: DeliveryRow): z.input<typeof WebhookDelivery> {
  return { ...row, webhookId: `evt_${row.event.id}` };
}

export const DeliveryMade = z.object({ deliveryId: z.uuid() }).meta({ id: "DeliveryMade" });
export const EventsReplayed = z
  .object({ events: z.number().int().describe("We deliver this many events again.") })
  .meta({ id: "EventsReplayed" });
