"use server";

import { action } from "@/lib/server/doors/action";
import { resendMessage } from "@/lib/server/messages/commands/resend-message";

export const resendMessageAction = action(resendMessage);
