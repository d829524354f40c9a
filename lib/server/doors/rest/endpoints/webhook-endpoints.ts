import "server-only";
import { z } from "zod";
import { deliveryStates } from "@/lib/domain/webhook";
import type { Ctx } from "../../../kernel/ctx";
import { createWebhook } from "../../../webhooks/commands/create-webhook";
import { deleteWebhook } from "../../../webhooks/commands/delete-webhook";
import { disableWebhook } from "../../../webhooks/commands/disable-webhook";
import { editWebhook } from "../../../webhooks/commands/edit-webhook";
import { enableWebhook } from "../../../webhooks/commands/enable-webhook";
import { replayEvents } from "../../../webhooks/commands/replay-events";
import { resendDelivery } from "../../../webhooks/commands/resend-delivery";
import { rotateWebhookSecret } from "../../../webhooks/commands/rotate-webhook-secret";
import { sendTestEvent } from "../../../webhooks/commands/send-test-event";
import { listDeliveries } from "../../../webhooks/queries/list-deliveries";
import { getWebhook, listWebhooks } from "../../../webhooks/queries/webhooks";
import { does } from "../does";
import type { Asked, Endpoint } from "../endpoint";
import { lists } from "../lists";
import { reads } from "../reads";
import { Saved } from "../resources/done";
import {
  DeliveryMade,
  EventsReplayed,
  tellDelivery,
  tellWebhook,
  WebhookDelivery,
  WebhookEndpoint,
  WebhookEndpointCreated,
  WebhookSecretRotated,
} from "../resources/webhook-endpoint";

const tag = "Webhooks";
const byId = ({ path }: Asked) => path.id;

/** Returns the whole input of an edit: what the caller sent, and what stays as it is. */
async function editedWebhook(ctx: Ctx, { path, body }: Asked): Promise<Record<string, unknown>> {
  const { id, name, url, types } = await getWebhook(ctx, path.id);
  return { name, url, types, ...body, id };
}

export const webhookEndpoints: readonly Endpoint[] = [
  lists("/webhook-endpoints", listWebhooks, {
    tag,
    summary: "Lists webhooks by name",
    parameters: z.object({}),
    row: WebhookEndpoint,
    tell: tellWebhook,
  }),
  does("POST", "/webhook-endpoints", createWebhook, {
    tag,
    summary: "Creates a webhook, and answers its secret once",
    status: 201,
    answer: WebhookEndpointCreated,
    tell: (created) => created,
    location: ({ id }) => `/webhook-endpoints/${id}`,
  }),
  reads("/webhook-endpoints/{id}", getWebhook, {
    tag,
    summary: "Returns a webhook",
    input: byId,
    answer: WebhookEndpoint,
    tell: tellWebhook,
    version: ({ version }) => version,
  }),
  does("PATCH", "/webhook-endpoints/{id}", editWebhook, {
    tag,
    summary: "Changes a webhook; what the body leaves out stays",
    ifMatch: "needed",
    input: editedWebhook,
    answer: Saved,
    tell: (saved) => saved,
  }),
  does("DELETE", "/webhook-endpoints/{id}", deleteWebhook, {
    tag,
    summary: "Deletes a webhook with its secret and its deliveries",
    ifMatch: "needed",
    answer: Saved,
    tell: (deleted) => deleted,
  }),
  does("POST", "/webhook-endpoints/{id}/rotate-secret", rotateWebhookSecret, {
    tag,
    summary: "Replaces the secret, and answers the new one once",
    ifMatch: "needed",
    answer: WebhookSecretRotated,
    tell: (rotated) => rotated,
  }),
  does("POST", "/webhook-endpoints/{id}/enable", enableWebhook, {
    tag,
    summary: "Lets a disabled webhook deliver again, also what happened meanwhile",
    ifMatch: "needed",
    answer: Saved,
    tell: (saved) => saved,
  }),
  does("POST", "/webhook-endpoints/{id}/disable", disableWebhook, {
    tag,
    summary: "Stops the deliveries of a webhook until it is enabled",
    ifMatch: "needed",
    answer: Saved,
    tell: (saved) => saved,
  }),
  does("POST", "/webhook-endpoints/{id}/test", sendTestEvent, {
    tag,
    summary: "Sends an event of the type webhook.tested, and tries it once",
    answer: DeliveryMade,
    tell: (made) => made,
  }),
  lists("/webhook-endpoints/{id}/deliveries", listDeliveries, {
    tag,
    summary: "Lists the deliveries of a webhook in the last 30 days, newest first",
    parameters: z.object({ state: z.enum(deliveryStates).optional() }),
    input: async (filters, { path }, ctx) => ({
      ...filters,
      webhookId: (await getWebhook(ctx, path.id)).id,
    }),
    row: WebhookDelivery,
    tell: tellDelivery,
  }),
  does("POST", "/webhook-endpoints/{id}/deliveries/{deliveryId}/resend", resendDelivery, {
    tag,
    summary: "Delivers an event again, or tries now what waits for its next attempt",
    answer: DeliveryMade,
    tell: (made) => made,
  }),
  does("POST", "/webhook-endpoints/{id}/replay", replayEvents, {
    tag,
    summary: "Delivers a range of events again, by time or by cursors of the feed",
    answer: EventsReplayed,
    tell: (replayed) => replayed,
  }),
];
