"use server";

import type { MessageInput } from "@/lib/schemas/messages";
import { runAction } from "@/lib/server/doors/action";
import { resendMessage } from "@/lib/server/messages/resend";

export async function resendMessageAction(input: MessageInput) {
  return runAction((ctx) => resendMessage(ctx, input));
}
