import { requirePermission } from "@/lib/server/kernel/ctx";
import { liveResponse } from "@/lib/server/live/response";
import { respond } from "../../_components/respond";

/** Tells an open tab what changes in its organization, as server-sent events. */
export function GET(request: Request) {
  return respond(async (session) => {
    requirePermission(session.ctx, "order:read");
    return liveResponse(session, request.signal);
  });
}
