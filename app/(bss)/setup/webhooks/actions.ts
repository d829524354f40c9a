"use server";

import { action } from "@/lib/server/doors/action";
import { createWebhook } from "@/lib/server/webhooks/commands/create-webhook";
import { deleteWebhook } from "@/lib/server/webhooks/commands/delete-webhook";
import { disableWebhook } from "@/lib/server/webhooks/commands/disable-webhook";
import { editWebhook } from "@/lib/server/webhooks/commands/edit-webhook";
import { enableWebhook } from "@/lib/server/webhooks/commands/enable-webhook";
import { replayEvents } from "@/lib/server/webhooks/commands/replay-events";
import { resendDelivery } from "@/lib/server/webhooks/commands/resend-delivery";
import { rotateWebhookSecret } from "@/lib/server/webhooks/commands/rotate-webhook-secret";
import { sendTestEvent } from "@/lib/server/webhooks/commands/send-test-event";

export const createWebhookAction = action(createWebhook);
export const editWebhookAction = action(editWebhook);
export const rotateWebhookSecretAction = action(rotateWebhookSecret);
export const disableWebhookAction = action(disableWebhook);
export const enableWebhookAction = action(enableWebhook);
export const deleteWebhookAction = action(deleteWebhook);
export const sendTestEventAction = action(sendTestEvent);
export const resendDeliveryAction = action(resendDelivery);
export const replayEventsAction = action(replayEvents);
