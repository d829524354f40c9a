import type { NextRequest } from "next/server";
import { localDay } from "@/lib/domain/values/day";
import { ListOrdersInput } from "@/lib/schemas/order-list";
import { recordExport } from "@/lib/server/audit-log/commands/record-export";
import { streamOf } from "@/lib/server/doors/stream";
import { exportOrders } from "@/lib/server/orders/queries/export-orders";
import { file, respond } from "../../../_components/respond";
import { filterOf } from "../../_components/list/filter-of";

/** Answers with the filtered list as a file, written while it is read. */
export function GET(request: NextRequest) {
  const params = request.nextUrl.searchParams;
  return respond(async ({ ctx, stillCounts }) => {
    const input = ListOrdersInput.parse({ ...Object.fromEntries(params), status: params.getAll("status") });
    const rows = await exportOrders(ctx, input);
    await recordExport(ctx, { list: "orders", filter: filterOf(input) });
    return file(
      streamOf(rows, stillCounts),
      "text/csv; charset=utf-8",
      `orders-${localDay(ctx.now, ctx.timeZone)}.csv`,
    );
  }, "export");
}
