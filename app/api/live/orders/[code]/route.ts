import { NotFound } from "@/lib/server/kernel/errors";
import { liveResponse } from "@/lib/server/live/response";
import { currentSession } from "@/lib/server/sign-in/session";
import { customerOf } from "@/lib/server/storefront/customer";
import { watchOwnOrder } from "@/lib/server/storefront/orders/queries/watch-own-order";

/** Tells a customer's open page what changes about one order of their account, as server-sent events. */
export async function GET(request: Request, { params }: RouteContext<"/api/live/orders/[code]">) {
  const session = await currentSession();
  if (!session) return new Response(null, { status: 401 });
  if (session.user.accountId === null) return new Response(null, { status: 403 });
  const filter = await watchOwnOrder(customerOf(session), (await params).code).catch((error: unknown) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  return filter ? liveResponse(session, request.signal, filter) : new Response(null, { status: 404 });
}
