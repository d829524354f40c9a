import type { NextRequest } from "next/server";
import { localDay } from "@/lib/domain/values/day";
import { recordExport } from "@/lib/server/audit-log/commands/record-export";
import { streamOf } from "@/lib/server/doors/stream";
import { exportOrders } from "@/lib/server/orders/queries/export-orders";
import { file, respond } from "../../../_components/respond";

/** Answers with the filtered list as a file, written while it is read. */
export function GET(request: NextRequest) {
  const params = request.nextUrl.searchParams;
  return respond(async ({ ctx }) => {
    const rows = await exportOrders(ctx, { ...Object.fromEntries(params), status: params.getAll("status") });
    await recordExport(ctx, { list: "orders", filter: params.toString().slice(0, 500) });
    return file(streamOf(rows), "text/csv; charset=utf-8", `orders-${localDay(ctx.now, ctx.timeZone)}.csv`);
  }, "export");
}
