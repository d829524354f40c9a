import type { NextRequest } from "next/server";
import { localDay } from "@/lib/domain/values/day";
import { may } from "@/lib/server/kernel/ctx";
import { exportOrders } from "@/lib/server/orders/queries/export-orders";
import { currentCtx } from "@/lib/server/sign-in/session";

/** The filtered list as a file, written while it is read. */
export async function GET(request: NextRequest) {
  const ctx = await currentCtx();
  if (!ctx) return new Response("Sign in first.", { status: 401 });
  if (!may(ctx, "order:read")) return new Response("Your role does not include orders.", { status: 403 });

  const params = request.nextUrl.searchParams;
  const rows = await exportOrders(ctx, { ...Object.fromEntries(params), status: params.getAll("status") });
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await rows.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await rows.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="orders-${localDay(ctx.now, ctx.timeZone)}.csv"`,
      "cache-control": "private, no-store",
    },
  });
}
