import { liveResponse } from "@/lib/server/live/response";
import { customerOf } from "@/lib/server/storefront/customer";
import { watchOwnOrder } from "@/lib/server/storefront/orders/queries/watch-own-order";
import { respond } from "../../../../_components/respond";

/** Tells a customer's open page what changes about one order of their account, as server-sent events. */
export function GET(request: Request, { params }: RouteContext<"/api/live/orders/[code]">) {
  return respond(async (session) => {
    const filter = await watchOwnOrder(customerOf(session), (await params).code);
    return liveResponse(session, request.signal, filter);
  });
}
