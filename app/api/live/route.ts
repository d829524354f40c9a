import { liveResponse } from "@/lib/server/live/response";
import { staffFilter } from "@/lib/server/live/staff-filter";
import { respond } from "../../_components/respond";

/** Tells an open tab of BSS what changes in its organization, as far as its person may see it, as server-sent events. */
export function GET(request: Request) {
  return respond(async (session) => {
    return liveResponse(session, request.signal, staffFilter(session));
  });
}
