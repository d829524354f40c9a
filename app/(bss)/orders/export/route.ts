import type { NextRequest } from "next/server";
import { localDay } from "@/lib/domain/values/day";
import { exportOrders } from "@/lib/server/orders/queries/export-orders";
import { file, respond } from "../../../_components/respond";

/** Answers with the filtered list as a file, written while it is read. */
export function GET(request: NextRequest) {
  const params = request.nextUrl.searchParams;
  return respond(async ({ ctx }) => {
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
    return file(body, "text/csv; charset=utf-8", `orders-${localDay(ctx.now, ctx.timeZone)}.csv`);
  });
}
