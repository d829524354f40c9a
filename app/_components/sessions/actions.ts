"use server";

import { action } from "@/lib/server/doors/action";
import { endOwnSession } from "@/lib/server/sessions/commands/end-session";
import { endOtherSessions } from "@/lib/server/sessions/commands/end-sessions";

export const endOwnSessionAction = action(endOwnSession);
export const endOtherSessionsAction = action(endOtherSessions);
